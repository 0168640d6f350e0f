-- Patients whose data was erased, by a keyed digest of clinic and id: what was made before is not taken in any more. The id itself stays
-- until all of the patient's data has gone from here and that was told.
CREATE TABLE erasure (
    erasure_id  uuid        PRIMARY KEY,
    clinic_id   text        NOT NULL,
    patient     uuid        NOT NULL,
    patient_id  text,
    erased_at   timestamptz NOT NULL,
    reported_at timestamptz,
    CHECK ((patient_id IS NULL) = (reported_at IS NOT NULL))
);
CREATE INDEX erasure_of_patient ON erasure (clinic_id, patient, erased_at);
CREATE INDEX erasure_open ON erasure (erased_at) WHERE reported_at IS NULL;

-- Whose a record is, as far as it says so, and when it was made: whatever it is, a dead letter of it may be somebody's data.
ALTER TABLE message
    ADD COLUMN patient_id text,
    ADD COLUMN made_at    timestamptz;
CREATE INDEX message_of_patient ON message (clinic_id, patient_id) WHERE patient_id IS NOT NULL;
