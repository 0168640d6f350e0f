INSERT INTO opt_out (line, phone, opted_out, sequence)
SELECT DISTINCT ON (line, phone) line, phone, opted_out, sequence
FROM unnest(:lines, :phones, :outs, :sequences) AS told (line, phone, opted_out, sequence)
ORDER BY line, phone, sequence DESC
ON CONFLICT (line, phone) DO UPDATE SET opted_out = excluded.opted_out, sequence = excluded.sequence
WHERE opt_out.sequence < excluded.sequence
