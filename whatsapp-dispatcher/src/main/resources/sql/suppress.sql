-- In the transaction that commits the opt-out: a claim that holds one of these comes first, any other finds it gone.
UPDATE message AS m
SET state = 'SUPPRESSED', changed_at = :now, cause = NULL, detail = 'opted-out', sequence = m.sequence + 1
FROM (SELECT DISTINCT line, phone FROM unnest(:lines::text[], :phones::text[]) AS o (line, phone)) AS gone
WHERE m.phone = gone.phone AND m.line = gone.line AND m.state = 'WAITING'
RETURNING {transition}
