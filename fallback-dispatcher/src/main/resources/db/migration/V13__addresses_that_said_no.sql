-- The secret under which addresses are digested, known again by a digest of nothing: a start with another one is refused.
CREATE TABLE digest_secret (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    proof uuid NOT NULL
);

-- Addresses that want no e-mail from a clinic, whoever they belong to there: a name is spelled in several ways, and patient ids
-- change. Kept as keyed digests. A claim asks by the primary key.
CREATE TABLE email_opt_out (
    clinic_id text        NOT NULL,
    address   uuid        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (clinic_id, address)
);

-- Those who said no before addresses were kept: what their address is must still be found in the messages they had.
ALTER TABLE channel_opt_out ADD COLUMN address_sought boolean NOT NULL DEFAULT false;
