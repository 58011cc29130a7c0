-- What the overviews of coming events read: the matrix of readiness and the radar.

-- When and why readiness was lost last; null while it was never lost, or is there again.
ALTER TABLE event_instance
  ADD COLUMN readiness_lost_at timestamptz,
  ADD COLUMN readiness_lost_reasons text[] NOT NULL DEFAULT '{}';

-- Serves the readiness matrix and the radar: what has not begun, by start, however many events are over.
CREATE INDEX event_instance_ahead_idx ON event_instance (starts_at, id)
  WHERE status IN ('scheduled', 'assigned', 'preparing', 'ready');
-- Serves the calendar, together with the index on the start: what is over by then is not looked at.
CREATE INDEX event_instance_ends_idx ON event_instance (ends_at);
-- Serves the radar: what runs, which is little.
CREATE INDEX event_instance_running_idx ON event_instance (ends_at) WHERE status = 'in_progress';
-- Serves the radar: tasks that should have been done by now.
CREATE INDEX preparation_task_open_idx ON preparation_task (due_at) WHERE status = 'open';
-- Serves the radar: what nobody has acknowledged although it is critical.
CREATE INDEX event_issue_unheard_idx ON event_issue (reported_at) WHERE status = 'reported' AND severity = 'critical';
