WITH back AS (DELETE FROM opt_out WHERE phone = :phone RETURNING line, phone)
INSERT INTO opt_out_change (line, phone, opted_out, at, by, clinic_id, who, reason)
SELECT line, phone, false, :now, 'CLINIC', :clinicId, :who, :reason FROM back
RETURNING id, line, phone, opted_out, at, by
