-- What goes by age. Each statement finds the oldest rows by an index and leaves alone what somebody holds.

-- name: is-at-rest
-- As the indexes message_record_age and message_age say it. What needs attention is at rest: its record is the only thing that a
-- person could still send, and long after its send-before nobody can.
(state NOT IN ('RECEIVED', 'SENDING', 'IN_DOUBT'))

-- name: records
-- The bytes hold text and addresses; no other column does.
WITH old AS MATERIALIZED (
    SELECT ctid FROM message
    WHERE updated_at < :before AND (send_before IS NULL OR send_before < :before) AND record_value IS NOT NULL AND {is-at-rest}
    ORDER BY updated_at LIMIT :batch FOR UPDATE SKIP LOCKED)
UPDATE message SET record_value = NULL, record_gone = 'AGE' FROM old WHERE message.ctid = old.ctid

-- name: oldest-record
SELECT min(updated_at) AS oldest FROM message WHERE record_value IS NOT NULL AND {is-at-rest}

-- name: messages
-- What needs attention stays in sight until somebody has decided.
WITH old AS MATERIALIZED (
    SELECT ctid FROM message WHERE updated_at < :before AND {is-at-rest} AND state <> 'NEEDS_ATTENTION'
    ORDER BY updated_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM message USING old WHERE message.ctid = old.ctid

-- name: oldest-message
SELECT min(updated_at) AS oldest FROM message WHERE {is-at-rest} AND state <> 'NEEDS_ATTENTION'

-- name: replays
WITH old AS MATERIALIZED (
    SELECT id FROM replay WHERE asked_at < :before AND finished_at IS NOT NULL
    ORDER BY asked_at LIMIT :batch FOR UPDATE SKIP LOCKED),
items AS (DELETE FROM replay_item USING old WHERE replay_item.replay_id = old.id)
DELETE FROM replay USING old WHERE replay.id = old.id

-- name: oldest-replay
SELECT min(asked_at) AS oldest FROM replay

-- name: progress
WITH old AS MATERIALIZED (
    SELECT ctid FROM replay_progress WHERE at < :before ORDER BY at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM replay_progress USING old WHERE replay_progress.ctid = old.ctid

-- name: oldest-progress
SELECT min(at) AS oldest FROM replay_progress

-- name: withdrawals
WITH old AS MATERIALIZED (
    SELECT ctid FROM withdrawal WHERE at < :before ORDER BY at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM withdrawal USING old WHERE withdrawal.ctid = old.ctid

-- name: oldest-withdrawal
SELECT min(at) AS oldest FROM withdrawal

-- name: forecasts
WITH old AS MATERIALIZED (
    SELECT ctid FROM forecast WHERE day < :before::timestamptz::date ORDER BY day LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM forecast USING old WHERE forecast.ctid = old.ctid

-- name: oldest-forecast
SELECT min(day)::timestamptz AS oldest FROM forecast

-- name: receipts
-- What fitted no message.
WITH old AS MATERIALIZED (
    SELECT ctid FROM sms_receipt WHERE received_at < :before ORDER BY received_at LIMIT :batch FOR UPDATE SKIP LOCKED)
DELETE FROM sms_receipt USING old WHERE sms_receipt.ctid = old.ctid

-- name: oldest-receipt
SELECT min(received_at) AS oldest FROM sms_receipt
