SELECT id FROM message WHERE id = ANY (:ids) ORDER BY id FOR UPDATE
