-- A version beyond the largest number had become the smallest, so that every older event looked new. Those visits have the largest again,
-- and no version falls below 1 any more.
UPDATE appointment SET version = 9223372036854775807 WHERE version < 1;
UPDATE appointment SET plan_version = 9223372036854775807 WHERE plan_version < 1;
ALTER TABLE appointment
    ADD CONSTRAINT versions_count_up CHECK (version > 0 AND plan_version > 0);
