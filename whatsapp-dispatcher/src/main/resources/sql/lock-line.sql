SELECT {line-columns} FROM line WHERE name = :line FOR NO KEY UPDATE
