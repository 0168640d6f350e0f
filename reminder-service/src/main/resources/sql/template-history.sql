-- The newest versions of each of a clinic's templates, so that an answer stays small however often somebody saved.
SELECT {template-columns}
FROM (SELECT *, row_number() OVER (PARTITION BY kind, language ORDER BY version DESC) AS place
      FROM template WHERE clinic_id = :clinicId) AS template
WHERE place <= :most
ORDER BY kind, language, version DESC
