-- Calls failed, the time to try again has come, and no message is there to try with: only the session can tell now.
SELECT name FROM line
WHERE name = :line AND health = 'DOWN' AND health_by IN ('SEND', 'PREPARE')
  AND greatest(probe_at, health_since + make_interval(secs => :probeSeconds::float8)) <= :now
  AND NOT EXISTS (
      SELECT FROM message
      WHERE message.line = line.name AND state = 'WAITING' AND due_at <= :now
        AND (health_by = 'SEND'
             OR client_message_id IS NULL AND NOT withdrawn AND not_before <= :now AND send_before > :now
                AND quiet_until(:now::timestamptz, zone, quiet_from, quiet_to) IS NULL))
