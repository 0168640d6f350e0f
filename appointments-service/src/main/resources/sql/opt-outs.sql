-- Numbers that opted out of a line.

-- name: store
-- The last word of each number counts, in whatever order they come.
INSERT INTO opt_out (line, phone, opted_out, sequence)
SELECT DISTINCT ON (line, phone) line, phone, opted_out, sequence
FROM unnest(:lines::text[], :phones::text[], :outs::boolean[], :sequences::bigint[])
    AS told (line, phone, opted_out, sequence)
ORDER BY line, phone, sequence DESC
ON CONFLICT (line, phone) DO UPDATE SET opted_out = excluded.opted_out, sequence = excluded.sequence
WHERE opt_out.sequence < excluded.sequence

-- name: store-exceptions
-- What a clinic was asked, of which the last word counts.
INSERT INTO opt_in (phone, clinic_id, sequence)
SELECT phone, clinic_id, max(sequence) FROM unnest(:phones::text[], :clinicIds::text[], :sequences::bigint[]) AS told (phone, clinic_id, sequence)
GROUP BY phone, clinic_id ORDER BY phone, clinic_id
ON CONFLICT (phone, clinic_id) DO UPDATE SET sequence = excluded.sequence
WHERE opt_in.sequence < excluded.sequence

-- name: among
-- Out of some line, and that clinic was not asked to write again since.
SELECT DISTINCT phone FROM opt_outs_of(:phones::text[]) AS opt_out
WHERE opted_out
  AND NOT EXISTS (
      SELECT FROM opt_in
      WHERE opt_in.phone = opt_out.phone AND opt_in.clinic_id = :clinicId AND opt_in.sequence > opt_out.sequence)
