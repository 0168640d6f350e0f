-- What clinics have left and how long their SMS were lately, in one statement for a batch of them.
SELECT told.clinic_id, coalesce(c.purchased - c.reserved - c.spent, 0) AS credit_left, lately.sms, lately.segments
FROM unnest(:clinics) AS told (clinic_id)
LEFT JOIN sms_credit c ON c.clinic_id = told.clinic_id
CROSS JOIN LATERAL (
    SELECT count(*) AS sms, coalesce(sum(e.segments), 0) AS segments FROM sms_credit_entry e
    WHERE e.clinic_id = told.clinic_id AND e.kind = 'SPENT' AND e.at >= :since) lately
