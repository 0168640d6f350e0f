-- Who does not want to hear: numbers, as whatsapp-dispatcher told, and patients' e-mail, as they said by a link.

-- name: store-phones
-- The last word of each number counts, in whatever order they come.
INSERT INTO opt_out (line, phone, opted_out, sequence)
SELECT DISTINCT ON (line, phone) line, phone, opted_out, sequence
FROM unnest(:lines::text[], :phones::text[], :outs::boolean[], :sequences::bigint[])
    AS told (line, phone, opted_out, sequence)
ORDER BY line, phone, sequence DESC
ON CONFLICT (line, phone) DO UPDATE SET opted_out = excluded.opted_out, sequence = excluded.sequence
WHERE opt_out.sequence < excluded.sequence

-- name: of-phone
SELECT EXISTS (SELECT FROM opt_out WHERE phone = :phone AND opted_out) AS opted_out

-- name: add-email
INSERT INTO channel_opt_out (clinic_id, patient_id, channel, at)
VALUES (:clinic, :patient, 'EMAIL', :now)
ON CONFLICT DO NOTHING

-- name: remove-email
DELETE FROM channel_opt_out
WHERE clinic_id = :clinic AND patient_id = :patient AND channel = 'EMAIL'

-- name: of-email-among
SELECT clinic_id, patient_id FROM channel_opt_out
WHERE clinic_id = ANY (:clinics::text[]) AND channel = 'EMAIL'
