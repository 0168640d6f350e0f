SELECT {template-columns} FROM template
WHERE clinic_id = :clinicId AND kind = :kind AND language = :language
ORDER BY version DESC LIMIT 1
