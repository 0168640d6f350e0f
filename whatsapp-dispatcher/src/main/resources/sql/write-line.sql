UPDATE line
SET health = :health, health_by = :by, health_cause = :cause, health_since = :since,
    paused_since = :pausedSince, pause_reason = :pauseReason, pause_waits = :pauseWaits,
    outage_since = :outageSince
WHERE name = :line
