DELETE FROM clinic_turn WHERE deadline < :before
