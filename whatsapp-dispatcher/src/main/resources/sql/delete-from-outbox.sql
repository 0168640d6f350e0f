DELETE FROM outbox WHERE id = ANY (:ids::bigint[])
