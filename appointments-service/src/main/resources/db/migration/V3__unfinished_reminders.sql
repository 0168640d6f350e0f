-- The sweeper goes by these two times. Neither changes when a reminder is published or reported on, so those updates
-- stay within the page.
CREATE INDEX reminder_by_due ON reminder (due_at);
CREATE INDEX reminder_by_send_before ON reminder (send_before);
