health, health_by, health_cause, health_since, paused_since, pause_reason, pause_waits, outage_since
