SELECT EXISTS (SELECT FROM opt_out WHERE phone = :phone AND opted_out) AS opted_out
