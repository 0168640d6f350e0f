-- What may not leave now waits for the end of the quiet hours; a line's outage is not counted against it meanwhile.
UPDATE message AS m SET not_before = quiet.ends, held_until = quiet.ends
FROM (SELECT reminder_id, quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) AS ends FROM message
      WHERE state = 'WAITING' AND quiet_from IS NOT NULL AND due_at <= :now AND held_until <= :now) AS quiet
WHERE m.reminder_id = quiet.reminder_id AND m.state = 'WAITING' AND quiet.ends < m.send_before
