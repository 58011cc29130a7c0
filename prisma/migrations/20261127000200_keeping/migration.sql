-- What keeps the log and proves that nobody changed it: seals, redaction, holds, and the record of what expired
-- (engine.md §7, security.md part 4). The format of the seals cannot be changed for what is sealed already.

-- ── Seals ──────────────────────────────────────────────────────────────────────────────────────────────────

-- Blocks of committed facts, each chained to the one before. Kept for good, also when the facts are gone.
CREATE TABLE event_seal (
  block bigint PRIMARY KEY,
  -- Rises when the log was restored into another cluster, whose transaction numbers start over.
  epoch integer NOT NULL,
  cluster text NOT NULL,
  -- Facts of this epoch have higher positions; 0 in the first epoch.
  floor_position bigint NOT NULL,
  -- The place of its last fact; the block holds what follows the place of the block before.
  last_xid xid8 NOT NULL,
  last_position bigint NOT NULL,
  entries integer NOT NULL CONSTRAINT event_seal_not_empty CHECK (entries > 0),
  first_recorded_at timestamptz NOT NULL,
  last_recorded_at timestamptz NOT NULL,
  previous bytea NOT NULL,
  digest bytea NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- Serves the seal state of a day.
CREATE INDEX event_seal_recorded_idx ON event_seal (first_recorded_at);

-- What a block holds of one partition. The block's digest is made of these, so that it can still be checked when
-- the partition and the seals of its facts are gone.
CREATE TABLE event_seal_leaf (
  leaf text NOT NULL,
  block bigint NOT NULL REFERENCES event_seal (block),
  entries integer NOT NULL,
  digest bytea NOT NULL,
  PRIMARY KEY (leaf, block)
);
-- Serves the check of one block.
CREATE INDEX event_seal_leaf_block_idx ON event_seal_leaf (block);

-- One row per sealed fact, for as long as the fact is kept.
CREATE TABLE event_entry_seal (
  position bigint PRIMARY KEY,
  block bigint NOT NULL,
  xid xid8 NOT NULL,
  event_id uuid NOT NULL,
  type text NOT NULL,
  leaf text NOT NULL,
  envelope_digest bytea NOT NULL,
  payload_digest bytea NOT NULL,
  metadata_digest bytea NOT NULL,
  -- Salt in hex by JSON pointer into the row: what was sealed as personal. Redaction takes keys out.
  salts jsonb NOT NULL
);
-- Serves the check of one block.
CREATE INDEX event_entry_seal_block_idx ON event_entry_seal (block);

-- Each run of log:verify.
CREATE TABLE event_verification (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- The last block it looked at; 0 on an unsealed log.
  up_to_block bigint NOT NULL,
  entries bigint NOT NULL,
  -- Empty when nothing is wrong; the first hundred otherwise, each naming its row.
  problems jsonb NOT NULL
);

-- ── Redaction ──────────────────────────────────────────────────────────────────────────────────────────────

-- Which fields of which type can be taken out, and what then stands in their place. Written from the catalog at
-- start. Type '*' holds the metadata. Person ids are no part of it: a bare id stays (security.md §4.4).
CREATE TABLE event_personal_field (
  type text NOT NULL,
  -- A JSON pointer into the row without list positions: /payload/compensation/rate.
  path text NOT NULL,
  class text NOT NULL,
  -- Null where the field is optional and is dropped.
  marker jsonb,
  PRIMARY KEY (type, path)
);

-- What was taken out of which entry, when and why. The digest stands in for the value when a seal is checked.
CREATE TABLE event_redaction (
  event_id uuid NOT NULL,
  path text NOT NULL,
  position bigint NOT NULL,
  field_digest bytea NOT NULL,
  marker jsonb,
  -- The erasure or the expiry that asked for it.
  reference text NOT NULL,
  reason text NOT NULL,
  redacted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  redacted_by text NOT NULL,
  PRIMARY KEY (event_id, path)
);
-- Serves the check of one block.
CREATE INDEX event_redaction_position_idx ON event_redaction (position);

-- Append-only tables refuse every change. The one exception is the redaction of a fact, which redact_event marks for
-- its own transaction and which touches payload and metadata alone.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME LIKE 'event\_log%'
    AND to_jsonb(OLD) ->> 'id' = current_setting('muster.redacting', true)
    AND to_jsonb(NEW) - '{payload,metadata}'::text[] = to_jsonb(OLD) - '{payload,metadata}'::text[] THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER event_seal_append_only BEFORE UPDATE OR DELETE ON event_seal
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_seal_no_truncate BEFORE TRUNCATE ON event_seal
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_seal_leaf_append_only BEFORE UPDATE OR DELETE ON event_seal_leaf
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_seal_leaf_no_truncate BEFORE TRUNCATE ON event_seal_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_redaction_append_only BEFORE UPDATE OR DELETE ON event_redaction
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER event_redaction_no_truncate BEFORE TRUNCATE ON event_redaction
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Takes personal fields out of one entry: a marker of the same JSON type stands in their place, an optional field
-- goes, its salt is deleted, and event_redaction says what was done, why and on whose order. Paths are JSON pointers
-- with list positions (/payload/staffPresent/0/note). Returns how many fields went; one that is gone already counts 0.
-- Refuses a field that is not personal, one that the entry does not hold, and an entry that is not sealed yet.
-- venue may hold latitude, longitude and accuracy to stand in place of a position.
CREATE FUNCTION redact_event(entry_id uuid, paths text[], reference text, reason text, venue jsonb DEFAULT NULL)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_variable
DECLARE
  entry event_log%ROWTYPE;
  seal event_entry_seal%ROWTYPE;
  field event_personal_field%ROWTYPE;
  document jsonb;
  pointer text;
  steps text[];
  found_value jsonb;
  marker jsonb;
  redacted integer := 0;
BEGIN
  IF btrim(coalesce(reference, '')) = '' OR btrim(coalesce(reason, '')) = '' THEN
    RAISE EXCEPTION 'a redaction names the erasure or expiry it belongs to, and its reason' USING ERRCODE = '22023';
  END IF;
  SELECT l.* INTO entry FROM event_identity i
  JOIN event_log l ON l.id = i.id AND l.recorded_at = i.recorded_at AND l.category = i.category
  WHERE i.id = entry_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'the log holds no entry %', entry_id USING ERRCODE = 'no_data_found';
  END IF;
  SELECT s.* INTO seal FROM event_entry_seal s WHERE s.position = entry.position FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % is not sealed yet', entry_id USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  -- Read again under the lock: another redaction of this entry may have just ended.
  SELECT jsonb_build_object('payload', l.payload, 'metadata', l.metadata) INTO document
  FROM event_log l WHERE l.id = entry.id AND l.recorded_at = entry.recorded_at AND l.category = entry.category;
  FOREACH pointer IN ARRAY paths LOOP
    CONTINUE WHEN EXISTS (SELECT FROM event_redaction r WHERE r.event_id = entry.id AND r.path = pointer);
    SELECT f.* INTO field FROM event_personal_field f
    WHERE f.type IN (entry.type, '*') AND f.path = regexp_replace(pointer, '/\d+(?=/|$)', '', 'g');
    IF NOT FOUND THEN
      RAISE EXCEPTION '% is not a personal field of %', pointer, entry.type USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT array_agg(replace(replace(step, '~1', '/'), '~0', '~') ORDER BY ord) INTO steps
    FROM string_to_table(substr(pointer, 2), '/') WITH ORDINALITY AS t (step, ord);
    found_value := document #> steps;
    IF found_value IS NULL THEN
      RAISE EXCEPTION 'entry % holds no %', entry.id, pointer USING ERRCODE = 'no_data_found';
    END IF;
    IF seal.salts ->> pointer IS NULL THEN
      RAISE EXCEPTION '% was sealed as a business field', pointer USING ERRCODE = 'insufficient_privilege';
    END IF;
    marker := field.marker;
    IF field.class = 'position' AND jsonb_typeof(venue -> steps[cardinality(steps)]) = 'number' THEN
      marker := venue -> steps[cardinality(steps)];
    END IF;
    document := CASE WHEN marker IS NULL THEN document #- steps ELSE jsonb_set(document, steps, marker) END;
    INSERT INTO event_redaction (event_id, path, position, field_digest, marker, reference, reason, redacted_by)
    VALUES (entry.id, pointer, entry.position,
      sha256(decode(seal.salts ->> pointer, 'hex') || convert_to(found_value::text, 'UTF8')),
      marker, reference, reason, session_user);
    seal.salts := seal.salts - pointer;
    redacted := redacted + 1;
  END LOOP;
  IF redacted > 0 THEN
    PERFORM set_config('muster.redacting', entry.id::text, true);
    UPDATE event_log l SET payload = document -> 'payload', metadata = document -> 'metadata'
    WHERE l.id = entry.id AND l.recorded_at = entry.recorded_at AND l.category = entry.category;
    PERFORM set_config('muster.redacting', '', true);
    UPDATE event_entry_seal s SET salts = seal.salts WHERE s.position = entry.position;
  END IF;
  RETURN redacted;
END
$$;

-- ── Retention ──────────────────────────────────────────────────────────────────────────────────────────────

-- Keeps a booking's facts past their time.
CREATE TABLE event_hold (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id),
  reason text NOT NULL,
  placed_by text NOT NULL,
  placed_at timestamptz NOT NULL,
  lifted_by text,
  lifted_at timestamptz,
  lift_reason text,
  CONSTRAINT event_hold_lifted_whole CHECK (num_nonnulls(lifted_by, lifted_at, lift_reason) IN (0, 3))
);
-- One hold at a time; serves retention.
CREATE UNIQUE INDEX event_hold_open_key ON event_hold (booking_id) WHERE lifted_at IS NULL;

-- How far a partition has come on its way out, so that a run that was killed can be taken up.
CREATE TABLE event_archive (
  leaf text PRIMARY KEY,
  parent text NOT NULL,
  -- Null for attempts.
  category text,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  -- The day by which everything in it had expired.
  as_of date NOT NULL,
  entries bigint NOT NULL,
  -- Null for a partition that held nothing.
  file text,
  -- Of the compressed file, in hex.
  sha256 text,
  state text NOT NULL CONSTRAINT event_archive_state_known CHECK (state IN ('exported', 'detached', 'gone')),
  exported_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  gone_at timestamptz,
  CONSTRAINT event_archive_file_whole CHECK (num_nonnulls(file, sha256) = CASE WHEN entries = 0 THEN 0 ELSE 2 END)
);

-- What is no longer in the log: by type, so that each audience is told of what it was allowed to see.
CREATE TABLE event_expiry (
  correlation_id text NOT NULL,
  category text NOT NULL,
  -- The first day of the UTC month in which the facts were recorded.
  month date NOT NULL,
  type text NOT NULL,
  entries integer NOT NULL,
  expired_on date NOT NULL,
  PRIMARY KEY (correlation_id, category, month, type)
);

-- Removes, in one capped batch, the identities and seals of a detached partition's facts behind a position. Returns
-- the last position it came to, null when there was none left.
CREATE FUNCTION forget_event_entries(leaf text, after_position bigint, batch integer) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  gone_ids uuid[];
  gone_positions bigint[];
BEGIN
  -- Nobody writes into a detached partition; without it every batch would read and sort the whole of it.
  EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON public.%I (position)', leaf || '_forget_idx', leaf);
  EXECUTE format('SELECT array_agg(id), array_agg(position) FROM (
      SELECT id, position FROM public.%I WHERE position > $1 ORDER BY position LIMIT $2) AS batch', leaf)
    INTO gone_ids, gone_positions USING after_position, batch;
  DELETE FROM event_identity WHERE id = ANY (gone_ids);
  DELETE FROM event_entry_seal WHERE position = ANY (gone_positions);
  RETURN gone_positions[cardinality(gone_positions)];
END
$$;

-- Facts or attempts in a partition that was detached; exact, it reads all of them.
CREATE FUNCTION count_event_leaf(leaf text) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  entries bigint;
BEGIN
  EXECUTE format('SELECT count(*) FROM public.%I', leaf) INTO entries;
  RETURN entries;
END
$$;

-- Writes what is going into event_expiry and drops the detached partition. Refuses one that is still attached.
CREATE FUNCTION drop_event_leaf(leaf text, expired_on date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_inherits WHERE inhrelid = format('public.%I', leaf)::regclass) THEN
    RAISE EXCEPTION '% is still attached', leaf USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF leaf LIKE 'event\_log\_%' THEN
    EXECUTE format('INSERT INTO event_expiry (correlation_id, category, month, type, entries, expired_on)
      SELECT correlation_id, category, date_trunc(''month'', recorded_at AT TIME ZONE ''UTC'')::date, type, count(*), $1
      FROM public.%I GROUP BY 1, 2, 3, 4
      ON CONFLICT (correlation_id, category, month, type)
        DO UPDATE SET entries = event_expiry.entries + excluded.entries, expired_on = excluded.expired_on', leaf)
      USING expired_on;
  END IF;
  EXECUTE format('DROP TABLE public.%I', leaf);
END
$$;

-- ── Who may ────────────────────────────────────────────────────────────────────────────────────────────────

REVOKE EXECUTE ON FUNCTION redact_event(uuid, text[], text, text, jsonb),
  forget_event_entries(text, bigint, integer), count_event_leaf(text), drop_event_leaf(text, date) FROM PUBLIC;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_app') THEN
    REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON event_seal, event_seal_leaf, event_entry_seal, event_verification,
      event_personal_field, event_redaction, event_archive, event_expiry FROM muster_app;
    REVOKE DELETE, TRUNCATE ON event_hold FROM muster_app;
    REVOKE EXECUTE ON FUNCTION redact_event(uuid, text[], text, text, jsonb),
      forget_event_entries(text, bigint, integer), count_event_leaf(text), drop_event_leaf(text, date)
      FROM muster_app;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_redactor') THEN
    GRANT USAGE ON SCHEMA public TO muster_redactor;
    GRANT EXECUTE ON FUNCTION redact_event(uuid, text[], text, text, jsonb) TO muster_redactor;
  END IF;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'muster_reader') THEN
    GRANT SELECT ON event_log, event_processing TO muster_reader;
  END IF;
END
$$;
