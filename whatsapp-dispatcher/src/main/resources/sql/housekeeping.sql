-- name: webhook-events
-- The newest of each kind stays: it says when a gateway last told anything of it.
DELETE FROM webhook_event WHERE received_at < :before
  AND (kind IS NULL OR received_at < (
      SELECT max(newer.received_at) FROM webhook_event AS newer WHERE newer.line = webhook_event.line AND newer.kind = webhook_event.kind))

-- name: inbound
DELETE FROM inbound WHERE received_at < :before AND effect IS NOT NULL

-- name: replies
DELETE FROM reply WHERE created_at < :before

-- name: tasks
DELETE FROM task WHERE raised_at < :before

-- name: receipts
DELETE FROM receipt WHERE received_at < :before

-- name: canaries
-- The newest confirmed one says from where on messages are unconfirmed.
DELETE FROM canary WHERE sent_at < :before
  AND claim_no < (SELECT max(claim_no) FROM canary AS newer WHERE newer.line = canary.line AND newer.confirmed_at IS NOT NULL)

-- name: turns
DELETE FROM clinic_turn WHERE deadline < :before

-- name: withdrawals
DELETE FROM withdrawal WHERE received_at < :before
