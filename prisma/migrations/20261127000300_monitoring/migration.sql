-- What monitoring counts, measures and raises (engine.md §8). Nothing here is a source of truth: counts are read off
-- the log and the attempts, each row once.

-- ── Counts ─────────────────────────────────────────────────────────────────────────────────────────────────

-- In which transaction a try was put on record. A bigint, because BRIN knows no xid8; BRIN, because it costs a
-- receipt next to nothing and the counter only ever asks for the newest rows.
ALTER TABLE event_attempt ADD COLUMN xid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX event_attempt_xid_idx ON event_attempt USING brin (xid) WITH (pages_per_range = 32, autosummarize = on);

-- Replaced by one table for every grain; its counts came from memory and are counted anew from the attempts.
DROP TABLE event_rollup_minute;

CREATE TABLE event_rollup (
  -- `all` has one row per key that reaches back to the first fact.
  grain text NOT NULL CONSTRAINT event_rollup_grain_known CHECK (grain IN ('minute', 'hour', 'day', 'all')),
  -- Empty for the facts themselves, which are appended and nothing else.
  handler text NOT NULL,
  -- Empty for all types together.
  type text NOT NULL,
  starts_at timestamptz NOT NULL,
  -- Facts, or deliveries owed for them, by the time the fact was recorded; the rest by the time the try ended.
  appended bigint NOT NULL DEFAULT 0,
  done bigint NOT NULL DEFAULT 0,
  failed bigint NOT NULL DEFAULT 0,
  -- Done after at least one try that was not.
  retried bigint NOT NULL DEFAULT 0,
  dead bigint NOT NULL DEFAULT 0,
  -- First runs that came to an end, done or skipped: what `appended` has to add up to with what is open.
  settled bigint NOT NULL DEFAULT 0,
  -- Milliseconds from recorded to done, first runs only; in classes of LATENCY_BOUNDS_MS
  -- (src/domain-events/monitoring/latency.ts), whose change needs a migration, the last one open.
  latency_sum_ms double precision NOT NULL DEFAULT 0,
  latency bigint[] NOT NULL DEFAULT '{0,0,0,0,0,0,0,0,0,0,0,0,0,0}'
    CONSTRAINT event_rollup_latency_classes CHECK (cardinality(latency) = 14),
  -- Serves one series over time, and the totals.
  PRIMARY KEY (grain, handler, type, starts_at)
) WITH (fillfactor = 70);
-- Serves a range of time over all handlers and types, and the removal of old minutes.
CREATE INDEX event_rollup_time_idx ON event_rollup (grain, starts_at);

CREATE FUNCTION histogram_add(a bigint[], b bigint[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4], a[5] + b[5], a[6] + b[6], a[7] + b[7],
    a[8] + b[8], a[9] + b[9], a[10] + b[10], a[11] + b[11], a[12] + b[12], a[13] + b[13], a[14] + b[14]]
$$;
CREATE AGGREGATE histogram_sum(bigint[]) (
  sfunc = histogram_add, stype = bigint[], initcond = '{0,0,0,0,0,0,0,0,0,0,0,0,0,0}', parallel = safe,
  combinefunc = histogram_add
);

-- How far was counted, and what was measured last. One row.
CREATE TABLE monitoring_state (
  only_row boolean PRIMARY KEY DEFAULT true CONSTRAINT monitoring_state_one_row CHECK (only_row),
  -- Rows that this snapshot sees are counted, all others are not.
  counted pg_snapshot NOT NULL DEFAULT '3:3:',
  counted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Older facts belong to a life before a restore, whose transaction numbers mean nothing here.
  since timestamptz NOT NULL DEFAULT '-infinity',
  -- src/domain-events/monitoring/sample.ts; null until the first.
  sample jsonb,
  sampled_at timestamptz
);
INSERT INTO monitoring_state DEFAULT VALUES;

-- ── What the reconciler found, and who was there ───────────────────────────────────────────────────────────

ALTER TABLE event_reconcile
  -- In the last run; must be 0. Each one found is filled.
  ADD COLUMN last_found integer NOT NULL DEFAULT 0,
  -- The last run that found any.
  ADD COLUMN found_at timestamptz;

ALTER TABLE dispatcher_instance ADD COLUMN release text NOT NULL DEFAULT 'unknown';

-- Kept for the marks on the charts when the instance itself is long gone.
CREATE TABLE dispatcher_start (
  id text PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  host text NOT NULL,
  release text NOT NULL
);
CREATE INDEX dispatcher_start_time_idx ON dispatcher_start (started_at);

-- ── Alarms ─────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE monitoring_incident (
  id uuid PRIMARY KEY,
  -- A name of src/domain-events/monitoring/thresholds.ts.
  alarm text NOT NULL,
  -- The handler or instance it is about; empty where it is the whole log.
  subject text NOT NULL,
  -- In the unit of the threshold: what broke the limit, and the worst since.
  value double precision NOT NULL,
  worst double precision NOT NULL,
  -- What an operator reads.
  detail text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Since when the limit is kept again; null while it is broken.
  clear_since timestamptz,
  resolved_at timestamptz
);
-- One open incident per alarm and subject, however many processes look at the same moment.
CREATE UNIQUE INDEX monitoring_incident_open_key ON monitoring_incident (alarm, subject) WHERE resolved_at IS NULL;
-- Serves the list of the latest ones.
CREATE INDEX monitoring_incident_time_idx ON monitoring_incident (opened_at DESC);

-- ── Sessions ───────────────────────────────────────────────────────────────────────────────────────────────

-- Open transactions of this database, whosever they are. The application's role may not see those of others; their
-- statements stay hidden, since they hold what people typed.
CREATE FUNCTION open_transactions() RETURNS TABLE (
  pid integer, role text, application text, state text, started_at timestamptz, changed_at timestamptz
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pid, usename::text, application_name, state, xact_start, state_change
  FROM pg_stat_activity
  WHERE datname = current_database() AND backend_type = 'client backend' AND xact_start IS NOT NULL
    AND pid <> pg_backend_pid()
$$;
REVOKE EXECUTE ON FUNCTION open_transactions() FROM PUBLIC;
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    GRANT EXECUTE ON FUNCTION open_transactions() TO muster_app;
  END IF;
END
$$;
