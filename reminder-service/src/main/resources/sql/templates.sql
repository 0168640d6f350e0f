-- name: columns
clinic_id, kind, language, version, whatsapp, sms, email_subject, email_text, saved_at, restored_from, override_by

-- name: newest
SELECT {columns} FROM template
WHERE clinic_id = :clinicId AND kind = :kind AND language = :language
ORDER BY version DESC LIMIT 1

-- name: version
SELECT {columns} FROM template
WHERE clinic_id = :clinicId AND kind = :kind AND language = :language AND version = :version

-- name: by-version
SELECT {columns}
FROM unnest(:clinicIds::text[], :kinds::text[], :languages::text[], :versions::int[]) AS asked (clinic_id, kind, language, version)
JOIN template USING (clinic_id, kind, language, version)

-- name: newest-versions
-- For a whole batch of messages at once: one step backwards into the key's index for each template asked for.
SELECT asked.clinic_id, asked.kind, asked.language, newest.version
FROM unnest(:clinicIds::text[], :kinds::text[], :languages::text[]) AS asked (clinic_id, kind, language)
CROSS JOIN LATERAL (
    SELECT version FROM template
    WHERE template.clinic_id = asked.clinic_id AND template.kind = asked.kind AND template.language = asked.language
    ORDER BY version DESC LIMIT 1) AS newest

-- name: history
-- The newest versions of each of a clinic's templates, so that an answer stays small however often somebody saved.
SELECT {columns}
FROM (SELECT *, row_number() OVER (PARTITION BY kind, language ORDER BY version DESC) AS place
      FROM template WHERE clinic_id = :clinicId) AS template
WHERE place <= :most
ORDER BY kind, language, version DESC

-- name: add
-- Who comes second with a version adds nothing, and learns it by the count.
INSERT INTO template ({columns})
VALUES (:clinicId, :kind, :language, :version, :whatsapp, :sms, :emailSubject, :emailText, :savedAt, :restoredFrom, :overriddenBy)
ON CONFLICT DO NOTHING
