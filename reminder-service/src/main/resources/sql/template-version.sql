SELECT {template-columns} FROM template
WHERE clinic_id = :clinicId AND kind = :kind AND language = :language AND version = :version
