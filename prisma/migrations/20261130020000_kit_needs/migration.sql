-- Two events that change places take their kits along in one statement: what holds is how it ends.
ALTER TABLE kit_assignment
  DROP CONSTRAINT kit_assignment_one_event,
  ADD CONSTRAINT kit_assignment_one_event EXCLUDE USING gist (
    kit_instance_id WITH =, event_id WITH <>, tstzrange(window_start, window_end) WITH &&)
    WHERE (kit_instance_id IS NOT NULL AND status NOT IN ('returned', 'cancelled'))
    DEFERRABLE INITIALLY IMMEDIATE;

-- The shortage is written down with the fact that raises it, so that no second one says it again; the fact's id is
-- added when its delivery is done.
ALTER TABLE kit_shortage_said ALTER COLUMN raised_by_fact DROP NOT NULL;
