greatest(
    (SELECT max(claim_no) FROM message WHERE message.line = line.name AND confirmed_at IS NOT NULL),
    (SELECT max(claim_no) FROM canary WHERE canary.line = line.name AND confirmed_at IS NOT NULL), 0)
