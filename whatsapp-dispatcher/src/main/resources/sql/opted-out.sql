EXISTS (SELECT FROM opt_out WHERE opt_out.line = m.line AND opt_out.phone = m.phone)
