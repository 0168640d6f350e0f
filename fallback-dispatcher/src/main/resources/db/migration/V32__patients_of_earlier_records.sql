-- Records from before their patient was noted: it is looked for in their bytes, a batch at a time, and no erasure is done before none is left.
-- What comes from now on has it noted.
ALTER TABLE message ADD COLUMN patient_sought boolean NOT NULL DEFAULT false;
ALTER TABLE message ALTER COLUMN patient_sought SET DEFAULT true;
CREATE INDEX message_patient_unsought ON message (id) WHERE NOT patient_sought AND patient_id IS NULL AND record_value IS NOT NULL;
