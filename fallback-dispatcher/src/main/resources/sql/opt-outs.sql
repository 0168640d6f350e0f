-- Who does not want to hear: numbers, as whatsapp-dispatcher told, and patients and addresses that want no e-mail, as they said by a link.

-- name: store-phones
-- The last word of each number counts, in whatever order they come.
INSERT INTO opt_out (line, phone, opted_out, sequence)
SELECT DISTINCT ON (line, phone) line, phone, opted_out, sequence
FROM unnest(:lines::text[], :phones::text[], :outs::boolean[], :sequences::bigint[])
    AS told (line, phone, opted_out, sequence)
ORDER BY line, phone, sequence DESC
ON CONFLICT (line, phone) DO UPDATE SET opted_out = excluded.opted_out, sequence = excluded.sequence
WHERE opt_out.sequence < excluded.sequence

-- name: store-exceptions
-- What a clinic was asked, of which the last word counts.
INSERT INTO opt_in (phone, clinic_id, sequence)
SELECT phone, clinic_id, max(sequence) FROM unnest(:phones::text[], :clinicIds::text[], :sequences::bigint[]) AS told (phone, clinic_id, sequence)
GROUP BY phone, clinic_id ORDER BY phone, clinic_id
ON CONFLICT (phone, clinic_id) DO UPDATE SET sequence = excluded.sequence
WHERE opt_in.sequence < excluded.sequence

-- name: of-phones-among
-- Out of some line, and that clinic was not asked to write again since. Numbers stand as digests; those of version 0.1 as they are, until
-- the first start is over.
SELECT DISTINCT asked.phone, asked.clinic_id
FROM unnest(:phones::text[], :keys::text[], :clinicIds::text[]) AS asked (phone, key, clinic_id)
JOIN opt_out ON opt_out.phone IN (asked.phone, asked.key) AND opted_out
WHERE NOT EXISTS (
    SELECT FROM opt_in
    WHERE opt_in.phone IN (asked.phone, asked.key) AND opt_in.clinic_id = asked.clinic_id AND opt_in.sequence > opt_out.sequence)

-- name: add-patient
INSERT INTO channel_opt_out (clinic_id, patient_id, channel, at, address_sought)
VALUES (:clinic, :patient, 'EMAIL', :now, true)
ON CONFLICT DO NOTHING

-- name: add-address
INSERT INTO email_opt_out (clinic_id, address, at) VALUES (:clinic, :address::uuid, :now)
ON CONFLICT DO NOTHING

-- name: remove-patient
DELETE FROM channel_opt_out
WHERE clinic_id = :clinic AND patient_id = :patient AND channel = 'EMAIL'

-- name: remove-address
DELETE FROM email_opt_out WHERE clinic_id = :clinic AND address = :address::uuid

-- name: of-email-among
SELECT clinic_id, patient_id, NULL::uuid AS address FROM channel_opt_out WHERE clinic_id = ANY (:clinics::text[]) AND channel = 'EMAIL'
UNION ALL
SELECT clinic_id, NULL, address FROM email_opt_out WHERE clinic_id = ANY (:clinics::text[])

-- name: addresses-of-patients
-- Once for those who said no before addresses were kept. Only e-mails carried the link that they said it by, and each is parsed once.
-- Not jsonb: it takes no U+0000.
WITH email AS MATERIALIZED (
    SELECT clinic_id, value #>> '{recipient,patientId}' AS patient_id, value #>> '{recipient,email}' AS address
    FROM (SELECT clinic_id, convert_from(record_value, 'UTF8')::json AS value FROM message
          WHERE channel = 'EMAIL' AND clinic_id IN (SELECT clinic_id FROM channel_opt_out WHERE NOT address_sought)) AS message)
SELECT DISTINCT clinic_id, address FROM email JOIN channel_opt_out USING (clinic_id, patient_id)
WHERE NOT address_sought AND address IS NOT NULL

-- name: addresses-are-found
UPDATE channel_opt_out SET address_sought = true WHERE NOT address_sought
