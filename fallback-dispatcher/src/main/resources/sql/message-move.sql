-- Compare and set on state and epoch. A cause stays what the message died of until it needs attention.
UPDATE message SET
    state = :to::text,
    channel = :channel::text,
    cause = CASE WHEN :to::text = 'NEEDS_ATTENTION' THEN :cause::text ELSE cause END,
    died_of = CASE WHEN :to::text = 'NEEDS_ATTENTION'
                   THEN coalesce(died_of, :cause::text) ELSE died_of END,
    died_at = CASE WHEN :to::text = 'NEEDS_ATTENTION'
                   THEN coalesce(died_at, :now::timestamptz) ELSE died_at END,
    email_failed = :emailFailed::text,
    sms_failed = :smsFailed::text,
    next_at = :nextAt::timestamptz,
    attempts = :attempts::int,
    possible_duplicate = :possibleDuplicate::boolean,
    resent = :resent::boolean,
    doubt_since = :doubtSince::timestamptz,
    provider_id = coalesce(:providerId::text, provider_id),
    lease_until = CASE WHEN :lease::bigint > 0
                       THEN clock_timestamp() + :lease::bigint * interval '1 millisecond' END,
    epoch = nextval('message_epoch'),
    sequence = sequence + 1,
    updated_at = :now::timestamptz
WHERE id = :id AND state = :from::text AND epoch = :epoch
RETURNING epoch, sequence
