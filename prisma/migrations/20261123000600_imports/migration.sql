-- Imports of bookings: files that were handed in, and how far each run has come.

-- A file is kept for a day, so that mapping, dry run and run read the same bytes.
CREATE TABLE import_file (
  id uuid PRIMARY KEY,
  -- Nobody else sees it. People are archived, never deleted, so no reference has to be kept.
  uploaded_by uuid NOT NULL,
  name text NOT NULL CONSTRAINT import_file_name_length CHECK (length(name) BETWEEN 1 AND 200),
  bytes bytea NOT NULL CONSTRAINT import_file_size CHECK (octet_length(bytes) <= 20000000),
  created_at timestamptz NOT NULL DEFAULT now()
);
-- Compressed bytes would be unpacked at each look; CSV of this size is read whole every time.
ALTER TABLE import_file ALTER COLUMN bytes SET STORAGE EXTERNAL;
-- Serves the removal of old files and the limit of files per person.
CREATE INDEX import_file_owner_idx ON import_file (uploaded_by, created_at DESC);
CREATE INDEX import_file_age_idx ON import_file (created_at);

-- One real run. Its figures outlive the file; the rest of what it did is in the log.
CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  file_id uuid REFERENCES import_file (id) ON DELETE SET NULL,
  file_name text NOT NULL,
  -- The client of rows that name none.
  client_id uuid,
  -- {columns: {field: header}, timeZone, dateOrder}
  mapping jsonb NOT NULL,
  status text NOT NULL DEFAULT 'queued' CONSTRAINT import_run_status_known CHECK (
    status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  -- Row groups: bookings to make, made by this run, there already, and left out.
  total integer NOT NULL DEFAULT 0,
  made integer NOT NULL DEFAULT 0,
  skipped integer NOT NULL DEFAULT 0,
  refused integer NOT NULL DEFAULT 0,
  -- Venues that the file brought into the directory.
  venues_made integer NOT NULL DEFAULT 0,
  -- [{row, column?, severity, code, message}], 5,000 at most; errors and warnings count them all.
  problems jsonb NOT NULL DEFAULT '[]',
  errors integer NOT NULL DEFAULT 0,
  warnings integer NOT NULL DEFAULT 0,
  -- A sentence on a run that failed as a whole.
  failure text,
  started_by uuid NOT NULL,
  -- The same key from the same person is the same run.
  idempotency_key text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  -- Whoever holds the token works on it until the lease ends; then another process takes over.
  lease_token uuid,
  lease_until timestamptz,
  attempts integer NOT NULL DEFAULT 0
);
-- One unfinished run per person.
CREATE UNIQUE INDEX import_run_active_key ON import_run (started_by) WHERE status IN ('queued', 'running');
CREATE UNIQUE INDEX import_run_request_key ON import_run (started_by, idempotency_key);
-- Serves the list of a person's runs, newest first.
CREATE INDEX import_run_owner_idx ON import_run (started_by, created_at DESC);
-- Serves the runner: what waits, oldest first.
CREATE INDEX import_run_open_idx ON import_run (created_at) WHERE status IN ('queued', 'running');
CREATE INDEX import_run_file_idx ON import_run (file_id);
