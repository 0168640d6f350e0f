-- The newest confirmed one says from where on messages are unconfirmed.
DELETE FROM canary WHERE sent_at < :before
  AND claim_no < (SELECT max(claim_no) FROM canary AS newer WHERE newer.line = canary.line AND newer.confirmed_at IS NOT NULL)
