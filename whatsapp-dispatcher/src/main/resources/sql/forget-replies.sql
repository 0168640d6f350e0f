DELETE FROM reply WHERE created_at < :before
