-- The index by reminder leads here; the Message-ID is compared whole. One that is being sent has none yet.
SELECT m.*, false AS withdrawn FROM message m
WHERE m.reminder_id = :reminder AND m.generation = :generation AND m.channel = 'EMAIL'
  AND (m.provider_id = :messageId OR m.state = 'SENDING')
FOR UPDATE OF m
