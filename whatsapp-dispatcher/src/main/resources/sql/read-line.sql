SELECT {line-columns} FROM line WHERE name = :line
