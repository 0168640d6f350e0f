SELECT coalesce(sum(spent), 0)::bigint AS spent,
    coalesce(sum(purchased - spent), 0)::bigint AS remaining
FROM sms_credit
