DELETE FROM task WHERE raised_at < :before
