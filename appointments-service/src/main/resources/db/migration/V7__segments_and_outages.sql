-- How many segments an SMS was billed as, on the transition that says that the provider took it.
ALTER TABLE reminder_history ADD COLUMN segments integer CHECK (segments > 0);

-- When lines of WhatsApp could not send, as whatsapp-dispatcher told: a copy, for the clinics' reports. A handful of rows a
-- day at worst, so reading by interval needs no index of its own.
CREATE TABLE outage (
    line     text        NOT NULL,
    began_at timestamptz NOT NULL,
    ended_at timestamptz,
    cause    text        NOT NULL,
    PRIMARY KEY (line, began_at)
);

-- Which clinics were told what a day will bring: the row is what makes one of several nodes tell it, once. By day first, because
-- that is how a look asks for those that are left.
CREATE TABLE forecast_made (
    clinic_id text        NOT NULL,
    day       date        NOT NULL,
    made_at   timestamptz NOT NULL,
    PRIMARY KEY (day, clinic_id)
);
