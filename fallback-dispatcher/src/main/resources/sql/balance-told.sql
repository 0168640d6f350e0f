UPDATE sms_provider SET segments = :segments::bigint, told_at = :askedAt::timestamptz,
    spent_before = :spent::bigint, too_little = :segments::bigint < :remaining::bigint,
    odd = false, asked_at = :askedAt::timestamptz
WHERE asked_at IS NULL OR asked_at <= :askedAt::timestamptz
