SELECT id, at, who, action, subject, reason, detail FROM audit ORDER BY id DESC LIMIT :limit OFFSET :offset
