-- name: request
INSERT INTO replanning (clinic_id, after_start, after_id) VALUES (:clinicId, :now, '')
ON CONFLICT (clinic_id) DO UPDATE SET after_start = excluded.after_start, after_id = ''

-- name: waiting
SELECT clinic_id FROM replanning ORDER BY clinic_id

-- name: is-waiting
SELECT 1 FROM replanning WHERE clinic_id = :clinicId

-- name: position
SELECT after_start, after_id FROM replanning
WHERE clinic_id = :clinicId FOR UPDATE SKIP LOCKED

-- name: advance
UPDATE replanning SET after_start = :afterStart, after_id = :afterId WHERE clinic_id = :clinicId

-- name: finish
DELETE FROM replanning WHERE clinic_id = :clinicId
