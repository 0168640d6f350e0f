-- How many messages stand to be lost if the line turns out to be silent. Asked after the line's row was locked: a count in
-- the statement that waits for the lock would be from before the claim it waited for.
SELECT (SELECT count(*) FROM message
        WHERE message.line = line.name AND confirmed_at IS NULL
          AND (message.state IN ('SENDING', 'IN_DOUBT', 'ACCEPTED') OR cause = 'LINE_SILENT' AND possible_duplicate)
          AND claim_no > {newest-confirmed}) AS exposed
FROM line WHERE name = :line
