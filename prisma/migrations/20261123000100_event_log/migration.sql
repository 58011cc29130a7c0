-- The log of facts, the deliveries that feed the handlers, and what keeps both honest.
--
-- Public names, read by reporting tools, to which columns are only ever added: table event_log, view
-- event_processing. A changed partition span needs a migration of the partitions
-- (src/domain-events/retention/policy.ts names the spans, make_event_partitions below cuts them).

-- ── The log ────────────────────────────────────────────────────────────────────────────────────────────────

-- For display and paging. Numbers are handed out before commit: not commit order, and not without gaps.
CREATE SEQUENCE event_log_position_seq AS bigint CACHE 1;

CREATE TABLE event_log (
  position bigint NOT NULL DEFAULT nextval('event_log_position_seq'),
  id uuid NOT NULL,
  type text NOT NULL,
  category text NOT NULL,
  "timestamp" timestamptz NOT NULL,
  correlation_id text NOT NULL,
  causation_id uuid,
  source text NOT NULL,
  payload jsonb NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  -- The database's clock in whole milliseconds, so that it survives a round trip through JavaScript.
  recorded_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  schema_version integer NOT NULL DEFAULT 1,
  -- Causes above this fact.
  depth integer NOT NULL DEFAULT 0 CONSTRAINT event_log_depth_limit CHECK (depth BETWEEN 0 AND 16),
  actor_id text,
  request_id text,
  -- '<kind>:<id>' of every record that the payload names.
  entity_ids text[] NOT NULL DEFAULT '{}',
  -- Filled by sealing where it digests at append; null until then.
  digest bytea,
  personal_digest bytea,
  PRIMARY KEY (id, recorded_at, category)
) PARTITION BY LIST (category);
ALTER SEQUENCE event_log_position_seq OWNED BY event_log.position;
-- Serves keyset paging by (recorded_at, position) and look-up by position.
CREATE INDEX event_log_position_idx ON event_log (position);
-- Serves the timeline of one correlation.
CREATE INDEX event_log_correlation_idx ON event_log (correlation_id, position);
-- Serves the filter by type.
CREATE INDEX event_log_type_idx ON event_log (type, position);
-- Serves the live tail and bulk rebuilds, which read in commit-safe order.
CREATE INDEX event_log_xid_idx ON event_log (xid, position);
-- Serves the search by record.
CREATE INDEX event_log_entity_idx ON event_log USING gin (entity_ids);

-- One row per fact, unpartitioned: makes ids unique across the whole log (a second append of the same id is
-- ignored) and finds the one partition that holds an id.
CREATE TABLE event_identity (
  id uuid PRIMARY KEY,
  recorded_at timestamptz NOT NULL,
  category text NOT NULL
);

-- ── Who hears what ─────────────────────────────────────────────────────────────────────────────────────────

-- Written from routing.ts at start; joined by the append, so that old and new processes agree.
CREATE TABLE event_handler (
  name text PRIMARY KEY,
  kind text NOT NULL CONSTRAINT event_handler_kind_known CHECK (kind IN ('transactional', 'external')),
  ordering text NOT NULL CONSTRAINT event_handler_ordering_known CHECK (ordering IN ('correlation', 'none')),
  on_dead text NOT NULL CONSTRAINT event_handler_on_dead_known CHECK (on_dead IN ('block', 'skip')),
  paused_at timestamptz,
  revision integer NOT NULL DEFAULT 1
);

CREATE TABLE event_subscription (
  handler text NOT NULL REFERENCES event_handler (name),
  type text NOT NULL,
  -- Facts recorded in [since, until) were owed to the handler.
  since timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (handler, type, since)
);
-- One current subscription per handler and type; serves the append's join.
CREATE UNIQUE INDEX event_subscription_current_key ON event_subscription (type, handler) WHERE until IS NULL;

-- ── Deliveries: the hot table ──────────────────────────────────────────────────────────────────────────────

-- One row per open duty of one handler for one fact; done = deleted. Its only index is the primary key, which
-- serves the loose scan over order keys, so that a claim updates rows in place (heap-only tuples).
CREATE TABLE event_delivery (
  handler text COLLATE "C" NOT NULL,
  -- The correlation for ordered handlers, the fact's own id for the others.
  order_key text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  -- 0 for the first run; a replay is a further run of the same fact.
  run integer NOT NULL DEFAULT 0,
  event_id uuid NOT NULL,
  type text NOT NULL,
  category text NOT NULL,
  recorded_at timestamptz NOT NULL,
  expires_on date NOT NULL,
  due_at timestamptz NOT NULL,
  lease_token uuid,
  lease_until timestamptz,
  leased_by text,
  -- Starts, not claims.
  attempts integer NOT NULL DEFAULT 0,
  -- Tries that ended in an error of the handler; they use up the back-off list.
  failures integer NOT NULL DEFAULT 0,
  -- Deaths of a worker that was running this delivery alone.
  crashes integer NOT NULL DEFAULT 0,
  -- True after a worker vanished with it: from then on it runs alone, and its start is marked beforehand.
  suspect boolean NOT NULL DEFAULT false,
  first_started_at timestamptz,
  -- The start mark of a suspect; null otherwise.
  started_at timestamptz,
  dead_at timestamptz,
  last_error text,
  PRIMARY KEY (handler, order_key, position, run)
) WITH (
  fillfactor = 50,
  autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000,
  autovacuum_vacuum_cost_delay = 0,
  -- Shrinking the file takes a lock that stops every append for a moment.
  vacuum_truncate = false
);

-- ── Attempts: append-only, one row per try ─────────────────────────────────────────────────────────────────

CREATE TABLE event_attempt (
  event_id uuid NOT NULL,
  handler text NOT NULL,
  run integer NOT NULL DEFAULT 0,
  position bigint NOT NULL,
  type text NOT NULL,
  -- 1 for the first start; 0 when a worker vanished with the lease and whether it had begun is unknown.
  attempt integer NOT NULL,
  outcome text NOT NULL CONSTRAINT event_attempt_outcome_known CHECK (outcome IN (
    'done', 'failed', 'timeout', 'dead', 'interrupted', 'abandoned', 'crashed', 'skipped', 'expired')),
  -- True for the one try that ended the delivery.
  closes boolean NOT NULL,
  recorded_at timestamptz NOT NULL,
  first_started_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz NOT NULL,
  worker text,
  error text,
  -- When the try failed: the next due time; null when there is none.
  next_due_at timestamptz,
  expires_on date NOT NULL
) PARTITION BY RANGE (expires_on);
-- At most one receipt per fact, handler and run.
CREATE UNIQUE INDEX event_attempt_receipt_key ON event_attempt (event_id, handler, run, expires_on) WHERE closes;
-- Serves the list of tries of one fact; the receipt is found by the index above.
CREATE INDEX event_attempt_open_idx ON event_attempt (event_id, handler) WHERE NOT closes;

-- ── What one process must know of the others ───────────────────────────────────────────────────────────────

CREATE TABLE dispatcher_instance (
  id text PRIMARY KEY,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  host text NOT NULL,
  pid integer NOT NULL,
  listening boolean NOT NULL DEFAULT false,
  -- Process clock minus database clock, in milliseconds.
  clock_offset_ms integer NOT NULL DEFAULT 0
);

-- Work that only one process does at a time: partitions, reconciling, purging, sealing.
CREATE TABLE runner_lease (
  name text PRIMARY KEY,
  holder text NOT NULL,
  held_until timestamptz NOT NULL
);

CREATE TABLE command_receipt (
  idempotency_key text NOT NULL,
  actor_id text NOT NULL,
  command text,
  body_hash text NOT NULL,
  result jsonb,
  event_ids uuid[] NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '30 days',
  PRIMARY KEY (idempotency_key, actor_id)
);
-- Serves the removal of expired receipts.
CREATE INDEX command_receipt_expires_idx ON command_receipt (expires_at);

-- Figures for the monitoring screens, so that nothing has to scan the log.
CREATE TABLE event_rollup_minute (
  minute timestamptz NOT NULL,
  handler text NOT NULL,
  type text NOT NULL,
  appended integer NOT NULL DEFAULT 0,
  done integer NOT NULL DEFAULT 0,
  failed integer NOT NULL DEFAULT 0,
  retried integer NOT NULL DEFAULT 0,
  dead integer NOT NULL DEFAULT 0,
  -- Counts per bound of LATENCY_BOUNDS_MS (src/domain-events/monitoring/rollup.ts), the last one open.
  latency_histogram integer[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (minute, handler, type)
);

-- ── One row per (fact, handler): open deliveries and receipts ──────────────────────────────────────────────

CREATE VIEW event_processing AS
SELECT
  event_id,
  position,
  handler::text AS handler,
  CASE
    WHEN dead_at IS NOT NULL THEN 'dead'
    WHEN lease_until > clock_timestamp() THEN 'running'
    WHEN attempts > 0 THEN 'retrying'
    ELSE 'pending'
  END AS status,
  attempts,
  first_started_at,
  NULL::timestamptz AS completed_at,
  NULL::double precision AS latency_ms,
  last_error
FROM event_delivery
UNION ALL
SELECT
  event_id,
  position,
  handler,
  outcome AS status,
  attempt AS attempts,
  first_started_at,
  finished_at AS completed_at,
  (extract(epoch FROM finished_at - recorded_at) * 1000)::double precision AS latency_ms,
  error AS last_error
FROM event_attempt
WHERE closes;

-- ── Append-only, for everyone ──────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

-- Row triggers are copied to every leaf; a TRUNCATE trigger is not, so make_event_partitions adds it to each.
CREATE TRIGGER event_log_append_only BEFORE UPDATE OR DELETE ON event_log
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_log_no_truncate BEFORE TRUNCATE ON event_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_attempt_append_only BEFORE UPDATE OR DELETE ON event_attempt
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_attempt_no_truncate BEFORE TRUNCATE ON event_attempt
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION protect_append_only(relation regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = relation AND tgname LIKE '%\_no\_truncate') THEN
    EXECUTE format('CREATE TRIGGER leaf_no_truncate BEFORE TRUNCATE ON %s
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', relation);
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM muster_app', relation);
  END IF;
END
$$;

SELECT protect_append_only('event_log');
SELECT protect_append_only('event_attempt');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    REVOKE UPDATE, DELETE, TRUNCATE ON event_identity FROM muster_app;
  END IF;
END
$$;

-- ── Partitions ─────────────────────────────────────────────────────────────────────────────────────────────

-- The leaves as the system catalog knows them, with their bounds.
CREATE VIEW event_partition AS
SELECT
  p.relname::text AS parent,
  c.relname::text AS leaf,
  replace(nullif(p.relname, 'event_attempt'), 'event_log_', '') AS category,
  (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''([^'']+)''\)'))[1]::timestamptz AS from_at,
  (regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''([^'']+)''\)'))[1]::timestamptz AS to_at
FROM pg_class c
JOIN pg_inherits i ON i.inhrelid = c.oid
JOIN pg_class p ON p.oid = i.inhparent
WHERE c.relkind = 'r' AND (p.relname = 'event_attempt' OR p.relname LIKE 'event\_log\_%')
  AND p.relnamespace = 'public'::regnamespace;

-- The first day of the period of so many months that holds the day.
CREATE FUNCTION event_period_start(day date, months integer) RETURNS date LANGUAGE sql IMMUTABLE AS $$
  SELECT make_date(extract(year FROM day)::integer, ((extract(month FROM day)::integer - 1) / months) * months + 1, 1)
$$;

-- Makes one leaf if it is missing. A table is made first and attached after, because attaching lets appends go
-- on while CREATE TABLE … PARTITION OF would wait for every open transaction and hold up all behind it.
CREATE FUNCTION make_event_partition(parent text, from_day date, to_day date, suffix text) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  leaf text := parent || '_' || suffix;
BEGIN
  IF to_regclass(format('public.%I', leaf)) IS NOT NULL THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE public.%I (LIKE public.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)',
    leaf, parent);
  IF parent = 'event_attempt' THEN
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
      parent, leaf, from_day, to_day);
  ELSE
    EXECUTE format('ALTER TABLE public.%I ATTACH PARTITION public.%I FOR VALUES FROM (%L) TO (%L)',
      parent, leaf, from_day::text || ' 00:00:00+00', to_day::text || ' 00:00:00+00');
  END IF;
  PERFORM protect_append_only(format('public.%I', leaf)::regclass);
  RETURN true;
END
$$;

-- Makes every leaf from the period before today's until at least so many months ahead; returns how many it made.
-- Attempts go by the day their fact expires, so their leaves reach past the longest period of retention.
CREATE FUNCTION make_event_partitions(months_ahead integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  span record;
  today date := (clock_timestamp() AT TIME ZONE 'UTC')::date;
  from_day date;
  to_day date;
  last_day date;
  made integer := 0;
BEGIN
  FOR span IN
    SELECT 'event_log_' || category AS parent, months, years FROM (VALUES
      ('booking', 6, 7), ('event', 6, 3), ('activity', 1, 1), ('staff', 6, 3),
      ('kit', 1, 1), ('location', 6, 3), ('directory', 12, 7), ('system', 12, 7)) AS known (category, months, years)
    UNION ALL SELECT 'event_attempt', 6, 7
  LOOP
    from_day := event_period_start((event_period_start(today, span.months) - 1), span.months);
    last_day := (today + make_interval(months => months_ahead))::date;
    IF span.parent = 'event_attempt' THEN
      last_day := (last_day + make_interval(years => span.years) + interval '1 day')::date;
    END IF;
    WHILE from_day <= last_day LOOP
      to_day := (from_day + make_interval(months => span.months))::date;
      IF make_event_partition(span.parent, from_day, to_day, to_char(from_day, 'YYYY_MM')) THEN
        made := made + 1;
      END IF;
      from_day := to_day;
    END LOOP;
  END LOOP;
  RETURN made;
END
$$;

DO $$
DECLARE
  category text;
BEGIN
  FOREACH category IN ARRAY ARRAY['booking', 'event', 'activity', 'staff', 'kit', 'location', 'directory', 'system'] LOOP
    EXECUTE format('CREATE TABLE event_log_%s PARTITION OF event_log FOR VALUES IN (%L) PARTITION BY RANGE (recorded_at)',
      category, category);
    PERFORM protect_append_only(format('event_log_%s', category)::regclass);
  END LOOP;
END
$$;

SELECT make_event_partitions(13);
