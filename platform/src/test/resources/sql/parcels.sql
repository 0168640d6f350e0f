-- Statements of a table that only these tests have.

-- name: open
state = 'OPEN' AND due_at <= :now -- a comment with :nothing

-- name: close
-- Why it is so stands here.
UPDATE parcel
SET state = :state::text
WHERE {open}
  AND {shelves/free}

-- name: circle
SELECT {circle}

-- name: types
SELECT :instant::timestamptz AS instant, :duration::bigint AS duration, :constant::text AS constant,
       :missing::text AS missing, (:flags::bool[])[1] AS flag, (:instants::timestamptz[])[1] AS first,
       (:bytes::bytea[])[1] AS bytes, (:ids::uuid[])[1] AS id, cardinality(:nulls::text[]) AS nulls

-- name: refused
SELECT :text::integer

-- name: unknown-table
SELECT 1 FROM nothing_of_that_name
