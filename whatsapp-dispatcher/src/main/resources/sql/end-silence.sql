UPDATE line SET silent_after = NULL WHERE name = :line
