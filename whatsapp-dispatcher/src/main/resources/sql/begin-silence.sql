UPDATE line SET silent_after = :newestConfirmed WHERE name = :line AND silent_after IS NULL
