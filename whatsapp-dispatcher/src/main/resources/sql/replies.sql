-- name: wanted
-- Whoever opted out hears that it was understood and no more, unless a clinic was asked to write again.
(kind <> 'AUTOMATIC' OR NOT EXISTS (SELECT FROM opt_out WHERE opt_out.line = reply.line AND opt_out.phone IN (reply.phone, reply.phone_digest))
    OR EXISTS (SELECT FROM opt_in WHERE opt_in.phone IN (reply.phone, reply.phone_digest)))

-- name: add
-- Once per chat, kind and day: whoever comes second finds it there. A number we know is written to where its check said.
INSERT INTO reply (line, phone, phone_digest, kind, day, chat_id, body, created_at, send_before)
SELECT a.line, a.phone, a.phone_digest, a.kind, a.day, coalesce(contact.chat_id, a.chat_id), a.body, :now, a.send_before
FROM unnest(:lines::text[], :phones::text[], :phoneDigests::text[], :kinds::text[], :days::date[], :chatIds::text[], :bodies::text[], :sendBefores::timestamptz[])
    AS a (line, phone, phone_digest, kind, day, chat_id, body, send_before)
LEFT JOIN contact ON contact.line = a.line AND contact.phone = a.phone
ORDER BY a.line, a.phone, a.kind, a.day -- two pods that add the same lock in the same order
ON CONFLICT (line, phone, kind, day) DO NOTHING
RETURNING line, phone, kind

-- name: next
-- Looked at before an id is asked for: most of the time there is nothing to answer.
SELECT reply.id, client_message_id FROM reply JOIN line ON line.name = reply.line
WHERE reply.line = :line AND reply.state = 'WAITING' AND not_before <= :now AND send_before > :now
  AND {wanted}
  AND line.state = 'ABLE' AND next_reply_at <= :now AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
ORDER BY reply.id
LIMIT 1

-- name: name
UPDATE reply SET client_message_id = :messageId WHERE id = :id AND client_message_id IS NULL

-- name: open-gate
-- As for a claim: the line's row stays locked until the reply's claim is committed, so that all pods share one rate.
SELECT greatest(next_send_at, :now) AS slot, back_at, extract(epoch FROM was_away) AS away_seconds FROM line
WHERE name = :line AND state = 'ABLE' AND next_reply_at <= :now
  AND next_send_at <= :now::timestamptz + make_interval(secs => :longestWaitSeconds::float8)
FOR NO KEY UPDATE

-- name: claim
-- The intent to answer, committed before the first byte leaves. Whoever opted out hears that it was understood and no more.
WITH picked AS MATERIALIZED (
    SELECT id FROM reply
    WHERE line = :line AND state = 'WAITING' AND client_message_id IS NOT NULL AND not_before <= :now AND send_before > :now
      AND {wanted}
    ORDER BY id
    LIMIT 1
    FOR UPDATE SKIP LOCKED)
UPDATE reply SET state = 'SENDING', attempts = attempts + 1, lease_epoch = lease_epoch + 1,
    lease_until = clock_timestamp() + make_interval(secs => :leaseSeconds::float8)
FROM picked WHERE reply.id = picked.id
RETURNING reply.id, lease_epoch, attempts, chat_id, body, client_message_id, send_before

-- name: pace
UPDATE line SET next_send_at = :nextSendAt, next_reply_at = :nextReplyAt WHERE name = :line

-- name: settle
UPDATE reply SET state = :state, gateway_message_id = :gatewayMessageId, not_before = coalesce(:notBefore::timestamptz, not_before),
    lease_until = NULL
WHERE id = :id AND lease_epoch = :epoch AND state = 'SENDING'

-- name: doubt-stale
-- A node died over it. It may have left, and an answer is not worth a second one: nobody looks any further.
UPDATE reply SET state = 'IN_DOUBT', lease_until = NULL WHERE state = 'SENDING' AND lease_until < clock_timestamp()

-- name: expire
UPDATE reply SET state = 'EXPIRED' WHERE state = 'WAITING' AND send_before <= :now

-- name: suppress
-- Whoever has left hears that it was understood, and nothing besides.
UPDATE reply SET state = 'SUPPRESSED'
FROM unnest(:lines::text[], :phones::text[]) AS gone (line, phone)
WHERE reply.line = gone.line AND reply.phone = gone.phone AND kind = 'AUTOMATIC' AND state = 'WAITING'

-- name: correspondence
-- The last message of each clinic to each of these numbers, and those that were quoted, however old: as long as the number is there.
WITH found AS MATERIALIZED (
    (SELECT DISTINCT ON (line, phone, clinic_id) reminder_id
     FROM message WHERE phone = ANY (:phones::text[]) AND accepted_at > :since::timestamptz
     ORDER BY line, phone, clinic_id, accepted_at DESC)
    UNION
    SELECT reminder_id FROM message WHERE reminder_id = ANY (:quoted::uuid[]) AND phone IS NOT NULL)
SELECT line, phone, reminder_id, accepted_at, clinic_id, appointment_id, appointment_version,
    coalesce(patient_id, {retention/patient-of-record}) AS patient_id,
    coalesce(clinic_name, {retention/clinic-name-of-record}) AS clinic_name,
    coalesce(clinic_phone, {retention/clinic-phone-of-record}) AS clinic_phone,
    coalesce(zone, {retention/zone-of-record}) AS zone,
    coalesce(language, {retention/language-of-record}) AS language
FROM message JOIN found USING (reminder_id)
