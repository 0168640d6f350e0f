-- Once per chat, kind and day: whoever comes second finds it there. A number we know is written to where its check said.
INSERT INTO reply (line, phone, kind, day, chat_id, body, created_at, send_before)
SELECT a.line, a.phone, a.kind, a.day, coalesce(contact.chat_id, a.chat_id), a.body, :now, a.send_before
FROM unnest(:lines::text[], :phones::text[], :kinds::text[], :days::date[], :chatIds::text[], :bodies::text[], :sendBefores::timestamptz[])
    AS a (line, phone, kind, day, chat_id, body, send_before)
LEFT JOIN contact ON contact.line = a.line AND contact.phone = a.phone
ORDER BY a.line, a.phone, a.kind, a.day -- two pods that add the same lock in the same order
ON CONFLICT (line, phone, kind, day) DO NOTHING
RETURNING line, phone, kind
