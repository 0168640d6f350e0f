-- The access log. Rows are added and read, never changed.

-- name: add
INSERT INTO access_log (at, subject, role, clinic_id, action, subject_id, reason, outcome, request_id)
VALUES (:at, :subject, :role, :clinicId, :action, :subjectId, :reason, :outcome, :requestId)

-- name: forget
-- Nobody whom the service runs as may delete rows: the owner's function may, and only old ones.
SELECT forget_access_log(:before, :batch) AS rows

-- name: oldest
SELECT min(at) AS oldest FROM access_log

-- name: signed-out
-- A person is the subject of their own signing out, which the index of what happened to one thing finds.
SELECT at FROM access_log
WHERE subject_id = :subject AND action = :action AND at >= :begun
LIMIT 1

-- name: find
-- What is not asked for is null. A page goes on behind the last row of the one before, which no new row can move.
SELECT id, at, subject, role, clinic_id, action, subject_id, reason, outcome, request_id
FROM access_log
WHERE (:from::timestamptz IS NULL OR at >= :from)
  AND (:to::timestamptz IS NULL OR at < :to)
  AND (:clinic::text IS NULL OR clinic_id = :clinic)
  AND (:subject::text IS NULL OR subject = :subject)
  AND (:action::text IS NULL OR action = :action)
  AND (:subjectId::text IS NULL OR subject_id = :subjectId)
  AND (at, id) < (coalesce(:beforeAt, 'infinity'::timestamptz), coalesce(:beforeId, 0))
ORDER BY at DESC, id DESC
LIMIT :most
