-- How often a message was proved not to have been sent, or its number could not be looked up, while its line worked: then
-- the trouble is its number's own.
ALTER TABLE message ADD COLUMN absences integer NOT NULL DEFAULT 0;
