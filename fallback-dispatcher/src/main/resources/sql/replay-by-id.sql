SELECT * FROM replay WHERE id = :id
