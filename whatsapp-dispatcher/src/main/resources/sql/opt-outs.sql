-- name: opt-out
-- The clinic's word counts when the patient's is older: what is told late must not undo it. Clocks are left some tolerance.
WITH asked AS (
    SELECT DISTINCT ON (line, phone) line, phone, at FROM unnest(:lines::text[], :phones::text[], :ats::timestamptz[]) AS a (line, phone, at)
    ORDER BY line, phone, at DESC),
gone AS (
    INSERT INTO opt_out (line, phone, since)
    SELECT line, phone, :now::timestamptz FROM asked
    WHERE NOT EXISTS (
        SELECT FROM opt_out_change AS taken_back
        WHERE taken_back.line = asked.line AND taken_back.phone = asked.phone AND NOT taken_back.opted_out
          AND taken_back.at > asked.at + :clockTolerance::bigint * interval '1 ms')
    ORDER BY line, phone -- two pods that store the same lock in the same order
    ON CONFLICT (line, phone) DO NOTHING
    RETURNING line, phone)
INSERT INTO opt_out_change (line, phone, opted_out, at, by)
SELECT line, phone, true, :now, 'PATIENT' FROM gone
RETURNING id, line, phone, opted_out, at, by

-- name: opt-in
WITH back AS (DELETE FROM opt_out WHERE phone = :phone RETURNING line, phone)
INSERT INTO opt_out_change (line, phone, opted_out, at, by, clinic_id, who, reason)
SELECT line, phone, false, :now, 'CLINIC', :clinicId, :who, :reason FROM back
RETURNING id, line, phone, opted_out, at, by

-- name: of
SELECT line, since FROM opt_out WHERE phone = :phone ORDER BY line

-- name: changes-of
SELECT line, opted_out, at, by, clinic_id, who, reason FROM opt_out_change WHERE phone = :phone ORDER BY id
