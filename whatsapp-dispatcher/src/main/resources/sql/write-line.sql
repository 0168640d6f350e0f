UPDATE line
SET health = :health, health_by = :by, health_cause = :cause, health_since = :since,
    paused_since = :pausedSince, pause_reason = :pauseReason, pause_waits = :pauseWaits,
    outage_since = :outageSince,
    back_at = CASE WHEN outage_since IS NOT NULL AND :outageSince::timestamptz IS NULL THEN :now ELSE back_at END,
    was_away = CASE WHEN outage_since IS NOT NULL AND :outageSince::timestamptz IS NULL THEN :now - outage_since ELSE was_away END
WHERE name = :line
