-- What a clinic wants of accents in its SMS. Nothing changes for a clinic that has not chosen.
ALTER TABLE clinic ADD COLUMN sms_accents text NOT NULL DEFAULT 'KEEP';
