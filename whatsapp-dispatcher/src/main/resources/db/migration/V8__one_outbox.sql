-- One shape of the outbox serves every service. What waits in it goes on waiting, from now on by its age.
ALTER TABLE outbox RENAME COLUMN key TO record_key;
ALTER TABLE outbox RENAME COLUMN headers TO record_headers;
ALTER TABLE outbox RENAME COLUMN value TO record_value;
ALTER TABLE outbox ADD COLUMN created_at timestamptz NOT NULL DEFAULT clock_timestamp();
