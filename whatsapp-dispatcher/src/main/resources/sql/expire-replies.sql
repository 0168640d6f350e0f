UPDATE reply SET state = 'EXPIRED' WHERE state = 'WAITING' AND send_before <= :now
