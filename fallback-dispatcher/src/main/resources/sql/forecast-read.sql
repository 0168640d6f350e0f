SELECT f.*, coalesce(c.purchased - c.reserved - c.spent, 0) AS credit_left
FROM forecast f
LEFT JOIN sms_credit c ON c.clinic_id = f.clinic_id
WHERE f.clinic_id = :clinic AND (:day::date IS NULL OR f.day = :day::date)
ORDER BY f.day DESC
LIMIT 1
