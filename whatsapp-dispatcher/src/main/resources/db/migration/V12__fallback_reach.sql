-- Whether the patient has an address that the fallback may use, as the message says when it is stored. Of those that are here
-- already nobody asked: they go the way they would have gone.
ALTER TABLE message ADD COLUMN fallback_reaches boolean NOT NULL DEFAULT true;
