-- Numbers that want no SMS any more, and no fallback of a WhatsApp message, as whatsapp-dispatcher told. The sequence tells
-- which word of a line was the last: events may come again, and late.
CREATE TABLE opt_out (
    line      text    NOT NULL,
    phone     text    NOT NULL,
    opted_out boolean NOT NULL,
    sequence  bigint  NOT NULL,
    PRIMARY KEY (line, phone)
);
-- The claim asks by number.
CREATE INDEX opt_out_phone ON opt_out (phone) WHERE opted_out;
