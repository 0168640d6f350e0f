-- What the SMS provider says it has, beside the clinics' books.

-- name: books
SELECT coalesce(sum(spent), 0)::bigint AS spent,
    coalesce(sum(purchased - spent), 0)::bigint AS remaining
FROM sms_credit

-- name: room
-- What was spent before is in the provider's figure already; what is reserved may be or not.
SELECT odd AND asked_at > :since::timestamptz AS odd,
    too_little AND told_at > :since::timestamptz AS bounded,
    segments + spent_before
        - (SELECT coalesce(sum(reserved + spent), 0) FROM sms_credit)::bigint AS room
FROM sms_provider

-- name: lock
SELECT only_one FROM sms_provider FOR UPDATE

-- name: told
UPDATE sms_provider SET segments = :segments::bigint, told_at = :askedAt::timestamptz,
    spent_before = :spent::bigint, too_little = :segments::bigint < :remaining::bigint,
    odd = false, asked_at = :askedAt::timestamptz
WHERE asked_at IS NULL OR asked_at <= :askedAt::timestamptz

-- name: oddly-told
UPDATE sms_provider SET odd = true, asked_at = :askedAt
WHERE asked_at IS NULL OR asked_at <= :askedAt
