-- What operators need to steer deliveries: whether a replay may reach people, quick ways to what is parked or
-- replayed, errors gathered by what they have in common, and the rows that a dry run touched.

-- False on a replay that must not reach beyond the database: nobody is told again.
ALTER TABLE event_delivery ADD COLUMN side_effects boolean NOT NULL DEFAULT true;

-- Serves the parked deliveries. Neither index is on a column that a claim changes, so claims stay heap-only.
CREATE INDEX event_delivery_dead_idx ON event_delivery (handler, position) WHERE dead_at IS NOT NULL;
-- Serves the throttle and the progress of replays.
CREATE INDEX event_delivery_replay_idx ON event_delivery (handler, position) WHERE run > 0;

-- What errors of one cause have in common: ids, numbers and quoted values are taken out, names of constraints,
-- columns and tables stay.
CREATE FUNCTION event_error_group(error text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT left(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          regexp_replace(coalesce(error, ''),
            '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}', '…', 'g'),
          '"[^"]*[^a-z0-9_"][^"]*"', '"…"', 'g'),
        '''[^'']*''', '''…''', 'g'),
      '\d+', '#', 'g'),
    300)
$$;

-- The primary keys of at most so many rows that this transaction wrote. Right only in a transaction that is
-- REPEATABLE READ and took its transaction id in its first statement: what it sees that is no older than itself
-- is then its own, savepoints included.
CREATE FUNCTION rows_of_this_transaction(relation regclass, at_most integer) RETURNS SETOF jsonb
LANGUAGE plpgsql STABLE AS $$
DECLARE
  key_columns text;
BEGIN
  SELECT string_agg(format('t.%I', a.attname), ', ' ORDER BY a.attnum) INTO key_columns
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = relation AND i.indisprimary;
  IF key_columns IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format(
    'SELECT to_jsonb(k) FROM (SELECT %s FROM %s AS t WHERE age(t.xmin) <= 0 LIMIT $1) AS k', key_columns, relation)
    USING at_most;
END
$$;
