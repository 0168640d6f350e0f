UPDATE sms_provider SET odd = true, asked_at = :askedAt
WHERE asked_at IS NULL OR asked_at <= :askedAt
