-- What the engine needs to stay quick and honest at ten million facts.

-- Serves keyset paging by (recorded_at, position) and whoever reads the log from a point in time on; a position alone
-- is looked for by nobody.
CREATE INDEX event_log_recorded_idx ON event_log (recorded_at, position);
DROP INDEX event_log_position_idx;

-- One row: how far the reconciler has looked, and what it has found since the first fact.
CREATE TABLE event_reconcile (
  only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT event_reconcile_one_row CHECK (only_row),
  -- Null until the first run.
  last_run_at timestamptz,
  -- Every fact recorded before this time has been looked at.
  checked_until timestamptz NOT NULL,
  holes_found_total bigint NOT NULL DEFAULT 0,
  holes_filled_total bigint NOT NULL DEFAULT 0
);
INSERT INTO event_reconcile (checked_until)
SELECT coalesce(min(recorded_at), clock_timestamp()) FROM event_log;

-- Serves the marking of unread messages that a new one about the same record replaces.
CREATE INDEX notification_replaced_idx ON notification (subject_type, subject_id)
  WHERE read_at IS NULL AND superseded_at IS NULL;

-- Reporting tools read the two public names.
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_reader') THEN
    GRANT SELECT ON event_log, event_processing TO muster_reader;
  END IF;
END
$$;
