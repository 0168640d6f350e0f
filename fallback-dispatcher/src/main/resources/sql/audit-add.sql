INSERT INTO audit (at, who, action, subject, reason, detail)
VALUES (:at, :who, :action, :subject, :reason, :detail)
