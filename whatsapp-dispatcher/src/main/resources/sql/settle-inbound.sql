-- Looked at: what was written is forgotten. A number that was hidden is written down, so that a repeat is recognised.
UPDATE inbound SET effect = done.effect, body = NULL, phone = done.phone
FROM unnest(:ids::bigint[], :effects::text[], :phones::text[]) AS done (id, effect, phone)
WHERE inbound.id = done.id
