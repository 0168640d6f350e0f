DELETE FROM requested_message WHERE forget_after < :now
