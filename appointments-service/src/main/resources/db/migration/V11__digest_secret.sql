-- The secret with which ids are derived from names, known again by a digest of nothing: a start with another one is refused.
CREATE TABLE digest_secret (
    one   boolean PRIMARY KEY DEFAULT true CHECK (one),
    proof uuid NOT NULL
);
