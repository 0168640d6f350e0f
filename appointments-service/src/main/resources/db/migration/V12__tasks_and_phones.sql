-- What patients wrote to the automatic number that a person of the clinic should see. The words are theirs: they go when somebody ticks the
-- task off. A clinic has a handful that are open.
CREATE TABLE task (
    task_id        uuid PRIMARY KEY,
    clinic_id      text        NOT NULL,
    appointment_id text,
    written_at     timestamptz NOT NULL,
    edited_at      timestamptz,
    words          text,
    ambiguous      boolean     NOT NULL,
    done_at        timestamptz,
    done_by        text,
    CHECK ((done_at IS NULL) = (done_by IS NULL)),
    CHECK ((done_at IS NULL) = (words IS NOT NULL))
);
CREATE INDEX task_open ON task (clinic_id, written_at) WHERE done_at IS NULL;

-- Whether a clinic has a visit of a number: phones stand as they were written down, so their last digits find them.
CREATE INDEX appointment_phone ON appointment (clinic_id, right(regexp_replace(phone, '[^0-9]', '', 'g'), 9)) WHERE phone IS NOT NULL;
