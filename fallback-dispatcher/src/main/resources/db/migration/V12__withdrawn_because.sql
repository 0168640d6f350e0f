-- Why a reminder was withdrawn: one that a person sent by hand needs nobody's attention any more. Null where it was not kept.
ALTER TABLE withdrawal ADD COLUMN reason text;
CREATE INDEX withdrawal_sent_by_hand ON withdrawal (reminder_id) WHERE reason = 'SENT_BY_HAND';
