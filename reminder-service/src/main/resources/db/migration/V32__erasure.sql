-- Orders to erase patients, until they are done: nothing may be left in the topics that are read here. Nothing is remembered by a digest as in
-- the other services, for what is rendered here is refused there; so patient is empty.
CREATE TABLE erasure (
    erasure_id  uuid        PRIMARY KEY,
    clinic_id   text        NOT NULL,
    patient     uuid,
    patient_id  text,
    erased_at   timestamptz NOT NULL,
    reported_at timestamptz,
    CHECK ((patient_id IS NULL) = (reported_at IS NOT NULL))
);
CREATE INDEX erasure_open ON erasure (erased_at) WHERE reported_at IS NULL;
