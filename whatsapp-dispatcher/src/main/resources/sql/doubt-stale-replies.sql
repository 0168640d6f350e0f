-- A node died over it. It may have left, and an answer is not worth a second one: nobody looks any further.
UPDATE reply SET state = 'IN_DOUBT', lease_until = NULL WHERE state = 'SENDING' AND lease_until < clock_timestamp()
