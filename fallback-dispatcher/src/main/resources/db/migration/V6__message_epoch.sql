-- An epoch is never given twice, not even where the transaction that took it was rolled back: a node that
-- is unsure of its claim must not mistake the next one's for its own.
CREATE SEQUENCE message_epoch AS int START 1000000 CYCLE;
