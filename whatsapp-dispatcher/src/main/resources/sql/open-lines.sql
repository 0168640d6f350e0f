-- A line configured for the first time is taken to be able: its first session look says better.
INSERT INTO line (name, health, health_since)
SELECT name, 'ABLE', :now FROM unnest(:names::text[]) AS name
ON CONFLICT (name) DO NOTHING
