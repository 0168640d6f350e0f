INSERT INTO lid (line, lid, phone, chat_id, learned_at)
SELECT DISTINCT ON (line, lid) line, lid, phone, chat_id, :now
FROM unnest(:lines::text[], :lids::text[], :phones::text[], :chatIds::text[]) AS named (line, lid, phone, chat_id)
ORDER BY line, lid
ON CONFLICT (line, lid) DO UPDATE SET phone = excluded.phone, chat_id = excluded.chat_id, learned_at = excluded.learned_at
WHERE lid.phone <> excluded.phone OR lid.chat_id <> excluded.chat_id
