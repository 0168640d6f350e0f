-- What somebody wrote may be edited: it is read again, and what it was before is found by its id.
ALTER TABLE inbound ADD COLUMN edited_id text;
CREATE INDEX inbound_edited ON inbound (line, edited_id) WHERE edited_id IS NOT NULL;
