-- The order in which the log is read, newest first, is (recorded_at, position): each search that one filter bounds
-- follows an index in that order and stops when its page is full, however long the log is.

-- Serves the log without a filter, by category and by any time range; look-up by position alone has no user.
CREATE INDEX event_log_time_idx ON event_log (recorded_at, position);
DROP INDEX event_log_position_idx;
-- Serves the filter by type; takes the place of the index that had no time in it.
CREATE INDEX event_log_type_time_idx ON event_log (type, recorded_at, position);
DROP INDEX event_log_type_idx;
-- Serves the filter by the person who acted.
CREATE INDEX event_log_actor_idx ON event_log (actor_id, recorded_at, position);
-- Serves the filter by source, and the list of sources.
CREATE INDEX event_log_source_idx ON event_log (source, recorded_at, position);

-- Serves the filter "skipped": few among all receipts.
CREATE INDEX event_attempt_skipped_idx ON event_attempt (recorded_at, position)
  WHERE closes AND outcome IN ('skipped', 'expired');

-- Serves the search by record. What waits to be sorted in is read by every search, leaf by leaf: a shorter list than
-- the usual 4 MB keeps that to a millisecond.
DROP INDEX event_log_entity_idx;
CREATE INDEX event_log_entity_idx ON event_log USING gin (entity_ids) WITH (gin_pending_list_limit = 512);
