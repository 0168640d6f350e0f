SELECT line, since FROM opt_out WHERE phone = :phone ORDER BY line
