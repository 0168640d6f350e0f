INSERT INTO replay_item (replay_id, position, message_id, verdict)
SELECT :id::uuid, position, message_id, verdict
FROM unnest(:messages, :verdicts) WITH ORDINALITY AS item (message_id, verdict, position)
