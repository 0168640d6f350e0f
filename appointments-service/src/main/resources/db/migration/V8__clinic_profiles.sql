-- What other services know of a clinic: each change of it is told once, and so is every clinic that was there before anybody asked.
ALTER TABLE clinic
    ADD COLUMN profile_version bigint  NOT NULL DEFAULT 1,
    ADD COLUMN profile_told    boolean NOT NULL DEFAULT false;
-- The teller's work list: empty but for a moment after a change.
CREATE INDEX clinic_untold ON clinic (clinic_id) WHERE NOT profile_told;
