-- name: opt-out
-- From every clinic, also those that it had asked to write again: but a clinic's word counts when the patient's is older, for what is told
-- late must not undo it. Clocks are left some tolerance.
WITH asked AS (
    SELECT DISTINCT ON (line, phone) line, phone, key, at
    FROM unnest(:lines::text[], :phones::text[], :keys::text[], :ats::timestamptz[]) AS a (line, phone, key, at)
    ORDER BY line, phone, at DESC),
no_more AS (
    DELETE FROM opt_in USING asked
    WHERE opt_in.phone IN (asked.phone, asked.key) AND opt_in.since <= asked.at + :clockTolerance::bigint * interval '1 ms'
    RETURNING asked.line, asked.phone),
gone AS (
    INSERT INTO opt_out (line, phone, since)
    SELECT line, phone, :now::timestamptz FROM asked
    WHERE NOT EXISTS (
        SELECT FROM opt_out_change AS taken_back
        WHERE taken_back.line = asked.line AND taken_back.phone IN (asked.phone, asked.key) AND NOT taken_back.opted_out
          AND taken_back.at > asked.at + :clockTolerance::bigint * interval '1 ms')
    ORDER BY line, phone -- two pods that store the same lock in the same order
    ON CONFLICT (line, phone) DO NOTHING
    RETURNING line, phone)
INSERT INTO opt_out_change (line, phone, opted_out, at, by)
SELECT line, phone, true, :now, 'PATIENT' FROM (SELECT * FROM gone UNION SELECT * FROM no_more) AS changed
RETURNING id, line, phone, opted_out, at, by, clinic_id

-- name: same-person
-- Since when the person of this number is out under another one: one whose check named the same chat, whose digits the chat itself
-- has, or whom a lid was learned to be. Nothing where the number is out itself.
WITH chats AS (
    SELECT unnest(ARRAY[chat_id, alias_chat_id]) AS chat FROM contact WHERE line = :line AND phone = :phone)
SELECT since FROM opt_out
WHERE line = :line AND phone IN (
        SELECT phone FROM contact JOIN chats ON chats.chat IN (contact.chat_id, contact.alias_chat_id) WHERE contact.line = :line
        UNION ALL SELECT '+' || split_part(chat, '@', 1) FROM chats WHERE chat LIKE '%@c.us'
        UNION ALL SELECT phone FROM lid JOIN chats ON chats.chat = lid.lid || '@lid' WHERE lid.line = :line)
  AND NOT EXISTS (SELECT FROM opt_out AS itself WHERE itself.line = :line AND itself.phone = :phone)
ORDER BY since DESC LIMIT 1

-- name: opt-in
-- For one clinic, over every line. Asked twice it is nothing new.
WITH lifted AS (
    INSERT INTO opt_in (phone, clinic_id, since)
    SELECT :phone, :clinicId, :now
    WHERE EXISTS (SELECT FROM opt_outs_of(ARRAY[:phone, :key])) AND NOT EXISTS (SELECT FROM opt_in WHERE phone = :key AND clinic_id = :clinicId)
    ON CONFLICT (phone, clinic_id) DO NOTHING
    RETURNING phone)
INSERT INTO opt_out_change (line, phone, opted_out, at, by, clinic_id)
SELECT DISTINCT line, lifted.phone, false, :now::timestamptz, 'CLINIC', :clinicId FROM lifted, opt_outs_of(ARRAY[:phone, :key])
RETURNING id, line, phone, opted_out, at, by, clinic_id

-- name: of
SELECT line, min(since) AS since FROM opt_outs_of(ARRAY[:phone, :key]) GROUP BY line ORDER BY line

-- name: exceptions-of
SELECT clinic_id, min(since) AS since FROM opt_in WHERE phone IN (:phone, :key) GROUP BY clinic_id ORDER BY clinic_id

-- name: changes-of
SELECT line, opted_out, at, by, clinic_id FROM opt_out_change WHERE phone IN (:phone, :key) ORDER BY id

-- name: store-clinics
INSERT INTO clinic (clinic_id) SELECT DISTINCT clinic_id FROM unnest(:clinicIds::text[]) AS told (clinic_id) ORDER BY clinic_id
ON CONFLICT (clinic_id) DO NOTHING

-- name: is-clinic
SELECT EXISTS (SELECT FROM clinic WHERE clinic_id = :clinicId) AS is_clinic
