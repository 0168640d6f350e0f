-- The dead letter that a record was sent again from, by a person or because its line was able: each knows the other.
ALTER TABLE message ADD COLUMN replay_of uuid;
UPDATE message m SET replay_of = p.id FROM message p
WHERE m.generation > 1 AND p.reminder_id = m.reminder_id AND p.generation = m.generation - 1 AND p.state = 'REPLAYED';
CREATE INDEX message_replay_of ON message (replay_of) WHERE replay_of IS NOT NULL;

-- A replay by filter is decided page by page; until its turn an item has no verdict. Those of before were decided at once.
ALTER TABLE replay
    ADD COLUMN filter text,
    ADD COLUMN despite text NOT NULL DEFAULT '',
    ADD COLUMN finished_at timestamptz;
UPDATE replay SET finished_at = asked_at;
CREATE INDEX replay_unfinished ON replay (asked_at) WHERE finished_at IS NULL;
ALTER TABLE replay_item ALTER COLUMN verdict DROP NOT NULL;
CREATE INDEX replay_item_undecided ON replay_item (replay_id, position) WHERE verdict IS NULL;
-- A dead letter's own view asks which replay sent it again.
CREATE INDEX replay_item_message ON replay_item (message_id) WHERE verdict = 'REPLAY';
