-- The clock of an issue: when the next person is told unless somebody acts; and reports that say the same.

ALTER TABLE event_issue
  -- Null when nobody waits any more: resolved, joined to another, or told as often as it helps.
  ADD COLUMN due_at timestamptz,
  -- How often the step it is in was overdue: the acknowledgement, then the resolution.
  ADD COLUMN escalations integer NOT NULL DEFAULT 0 CONSTRAINT event_issue_escalations_range CHECK (escalations >= 0),
  -- The issue that this report says again.
  ADD COLUMN merged_into uuid REFERENCES event_issue (id),
  ADD CONSTRAINT event_issue_clock_stopped CHECK (due_at IS NULL OR (status <> 'resolved' AND merged_into IS NULL)),
  ADD CONSTRAINT event_issue_merged_other CHECK (merged_into <> id);
-- Serves the look for overdue issues.
CREATE INDEX event_issue_due_idx ON event_issue (due_at) WHERE due_at IS NOT NULL;
-- Serves the readiness of other events at a venue (domain.md rule 49).
CREATE INDEX event_issue_venue_idx ON event_issue (location_id, reported_at)
  WHERE subject = 'location' AND severity = 'critical' AND status <> 'resolved' AND merged_into IS NULL;
-- Serve the list of open and of resolved issues.
CREATE INDEX event_issue_open_idx ON event_issue (reported_at, id) WHERE status <> 'resolved' AND merged_into IS NULL;
CREATE INDEX event_issue_resolved_idx ON event_issue (resolved_at, id) WHERE status = 'resolved' AND merged_into IS NULL;
-- Serves the reports that joined an issue.
CREATE INDEX event_issue_merged_idx ON event_issue (merged_into) WHERE merged_into IS NOT NULL;
