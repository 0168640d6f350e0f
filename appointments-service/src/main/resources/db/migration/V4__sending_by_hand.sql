-- Who said that a reminder was sent by hand; it is withdrawn then, so that it does not leave by itself too.
ALTER TABLE reminder ADD COLUMN withdrawn_by text;

-- Links for sending by hand that were asked for, and what became of them. One row for each start of a visit.
CREATE TABLE by_hand (
    appointment_id text NOT NULL REFERENCES appointment,
    plan_version   bigint NOT NULL,
    link_at        timestamptz,             -- its link was given out, and nobody has said yet whether it was sent
    sent_at        timestamptz,
    sent_by        text,
    PRIMARY KEY (appointment_id, plan_version)
);
