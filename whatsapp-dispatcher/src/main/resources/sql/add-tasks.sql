INSERT INTO task (id, raised_at) SELECT id, :now FROM (SELECT DISTINCT id FROM unnest(:ids::uuid[]) AS t (id)) AS told ORDER BY id
ON CONFLICT (id) DO NOTHING
RETURNING id
