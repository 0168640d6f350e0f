SELECT line, opted_out, at, by, clinic_id, who, reason FROM opt_out_change WHERE phone = :phone ORDER BY id
