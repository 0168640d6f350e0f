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

-- A clinic's messages to a patient. Those that came before have it in their records.
UPDATE message SET patient_id = convert_from(record_value, 'UTF8')::json #>> '{recipient,patientId}'
WHERE patient_id IS NULL AND record_value IS NOT NULL;
CREATE INDEX message_of_patient ON message (clinic_id, patient_id);

-- Numbers by keyed digests: opt-outs stand by theirs when nothing else is known of a number any more.
ALTER TABLE message ADD COLUMN phone_digest text;
ALTER TABLE reply ADD COLUMN phone_digest text;
CREATE INDEX message_of_phone ON message (phone) WHERE phone IS NOT NULL;
CREATE INDEX reply_of_phone ON reply (phone);
CREATE INDEX lid_of_phone ON lid (phone);
CREATE INDEX contact_of_phone ON contact (phone);
CREATE INDEX inbound_of_phone ON inbound (phone) WHERE phone IS NOT NULL;
CREATE INDEX opt_out_of_phone ON opt_out (phone);
CREATE INDEX opt_out_age ON opt_out (since) WHERE phone LIKE '+%';

-- The secret of these digests, known again by a digest of nothing: a start with another one is refused.
CREATE TABLE digest_secret (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    proof uuid NOT NULL
);
