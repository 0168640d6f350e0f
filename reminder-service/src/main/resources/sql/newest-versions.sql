-- For a whole batch of messages at once: one step backwards into the key's index for each template asked for.
SELECT asked.clinic_id, asked.kind, asked.language, newest.version
FROM unnest(:clinicIds::text[], :kinds::text[], :languages::text[]) AS asked (clinic_id, kind, language)
CROSS JOIN LATERAL (
    SELECT version FROM template
    WHERE template.clinic_id = asked.clinic_id AND template.kind = asked.kind AND template.language = asked.language
    ORDER BY version DESC LIMIT 1) AS newest
