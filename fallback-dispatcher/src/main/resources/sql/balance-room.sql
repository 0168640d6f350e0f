-- What was spent before is in the provider's figure already; what is reserved may be or not.
SELECT odd AND asked_at > :since::timestamptz AS odd,
    too_little AND told_at > :since::timestamptz AS bounded,
    segments + spent_before
        - (SELECT coalesce(sum(reserved + spent), 0) FROM sms_credit)::bigint AS room
FROM sms_provider
