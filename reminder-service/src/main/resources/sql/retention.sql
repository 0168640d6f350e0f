-- What goes by age. Each statement finds the oldest rows by an index and leaves alone what somebody holds.

-- name: requests
WITH old AS MATERIALIZED (
    SELECT ctid FROM requested_message WHERE forget_after < :before ORDER BY forget_after LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM requested_message USING old WHERE requested_message.ctid = old.ctid

-- name: oldest-request
SELECT min(forget_after) AS oldest FROM requested_message
