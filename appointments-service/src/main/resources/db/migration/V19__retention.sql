-- Names and addresses go some time after the visit: what still has any, by age.
CREATE INDEX appointment_contact_age ON appointment (starts_at)
    WHERE first_name IS NOT NULL OR phone IS NOT NULL OR email IS NOT NULL OR language IS NOT NULL;

-- The visits themselves, by age.
CREATE INDEX appointment_age ON appointment (starts_at);

-- What patients wrote, by age.
CREATE INDEX task_age ON task (written_at);
