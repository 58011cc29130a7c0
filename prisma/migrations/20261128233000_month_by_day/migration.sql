-- Serves the month: the first events of a day on the clock of their venues.
CREATE INDEX event_instance_local_idx ON event_instance (local_start, id);
