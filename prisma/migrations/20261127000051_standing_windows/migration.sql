-- Serves the clash check: events that stand at a venue in a window.
CREATE INDEX event_instance_window_idx ON event_instance USING gist (location_id, tstzrange(starts_at, ends_at))
  WHERE status <> 'cancelled';
