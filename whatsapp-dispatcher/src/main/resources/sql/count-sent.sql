UPDATE line
SET sent_today = CASE WHEN sent_on = (:now::timestamptz AT TIME ZONE 'UTC')::date THEN sent_today ELSE 0 END + 1,
    sent_on = (:now::timestamptz AT TIME ZONE 'UTC')::date
WHERE name = :line
