-- Whether the figures that stand are an estimate ("ước"), kept beside them: it reaches no plan.
ALTER TABLE assignments ADD COLUMN estimate INTEGER NOT NULL DEFAULT 0;

UPDATE assignments SET estimate = coalesce((
  SELECT g.estimate FROM progress g
  WHERE g.assignment_id = assignments.id AND g.superseded_by IS NULL AND g.withdrawn = 0
    AND (g.value IS NOT NULL OR g.percent IS NOT NULL)
  ORDER BY g.reported_at DESC, g.id DESC LIMIT 1), 0)
WHERE value IS NOT NULL OR percent IS NOT NULL;
