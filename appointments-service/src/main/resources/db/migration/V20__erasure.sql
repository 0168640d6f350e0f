-- Patients whose data was erased, each by a keyed digest of clinic and id: what was published about them before is not taken in any more,
-- and it can be shown how far the other services are. Nobody can find out from a row whose it is.
CREATE TABLE erasure (
    erasure_id uuid        PRIMARY KEY,
    clinic_id  text        NOT NULL,
    patient    uuid        NOT NULL,
    erased_at  timestamptz NOT NULL
);

-- The last erasure of a patient, whoever asks: an event that comes in, or a person.
CREATE INDEX erasure_of_patient ON erasure (clinic_id, patient, erased_at);

-- The services that have said that they are done.
CREATE TABLE erasure_report (
    erasure_id uuid        NOT NULL REFERENCES erasure,
    service    text        NOT NULL,
    clinic_id  text        NOT NULL,
    done_at    timestamptz NOT NULL,
    PRIMARY KEY (erasure_id, service)
);

-- Nothing is published about a visit whose patient was erased, unless it is booked again.
ALTER TABLE appointment ADD COLUMN erased_at timestamptz;

-- A clinic's visits of a patient, and what the patient wrote.
CREATE INDEX appointment_of_patient ON appointment (clinic_id, patient_id) WHERE patient_id IS NOT NULL;
ALTER TABLE task ADD COLUMN patient_id text;
CREATE INDEX task_of_patient ON task (clinic_id, patient_id);
