SELECT {template-columns}
FROM unnest(:clinicIds::text[], :kinds::text[], :languages::text[], :versions::int[]) AS asked (clinic_id, kind, language, version)
JOIN template USING (clinic_id, kind, language, version)
