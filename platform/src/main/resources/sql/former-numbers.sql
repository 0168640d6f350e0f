-- Numbers from before they were kept as keyed digests, in the tables opt_out and opt_in of the services that hear of them from another.

-- name: opt-outs
SELECT DISTINCT phone FROM opt_out WHERE phone LIKE '+%' LIMIT 500

-- name: digest-opt-outs
UPDATE opt_out SET phone = n.key FROM unnest(:phones::text[], :keys::text[]) AS n (phone, key)
WHERE opt_out.phone = n.phone AND NOT EXISTS (SELECT FROM opt_out AS later WHERE later.line = opt_out.line AND later.phone = n.key)

-- name: delete-opt-outs
-- Something newer is known of these.
DELETE FROM opt_out WHERE phone = ANY (:phones::text[])

-- name: opt-ins
SELECT DISTINCT phone FROM opt_in WHERE phone LIKE '+%' LIMIT 500

-- name: digest-opt-ins
UPDATE opt_in SET phone = n.key FROM unnest(:phones::text[], :keys::text[]) AS n (phone, key)
WHERE opt_in.phone = n.phone
  AND NOT EXISTS (SELECT FROM opt_in AS later WHERE later.clinic_id = opt_in.clinic_id AND later.phone = n.key)

-- name: delete-opt-ins
DELETE FROM opt_in WHERE phone = ANY (:phones::text[])
