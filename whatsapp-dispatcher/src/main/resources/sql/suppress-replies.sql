-- Whoever has left hears that it was understood, and nothing besides.
UPDATE reply SET state = 'SUPPRESSED'
FROM unnest(:lines::text[], :phones::text[]) AS gone (line, phone)
WHERE reply.line = gone.line AND reply.phone = gone.phone AND kind = 'AUTOMATIC' AND state = 'WAITING'
