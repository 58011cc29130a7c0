-- Attendance: what stands beside a shift once its day has come, and the addresses of calendar feeds.

ALTER TABLE staff_assignment
  -- When somebody who could not prove that they are there asked to be checked in, and where their phone was.
  ADD COLUMN check_in_asked_at timestamptz,
  ADD COLUMN check_in_ask jsonb,
  -- {by, at, previousHours, reason} of the last correction.
  ADD COLUMN hours_correction jsonb,
  -- {by, at} of the approval that stands.
  ADD COLUMN hours_approval jsonb;

-- Serves the clock of forgotten check-outs.
CREATE INDEX staff_assignment_inside_idx ON staff_assignment (ends_at) WHERE status = 'checked_in';
-- Serves the timesheets of everybody in a period.
CREATE INDEX staff_assignment_starts_idx ON staff_assignment (starts_at);

-- The private address of a person's shifts as a calendar; only its digest is kept (security.md S-62).
CREATE TABLE calendar_feed (
  person_id uuid PRIMARY KEY REFERENCES person (id),
  secret_digest text NOT NULL,
  created_at timestamptz NOT NULL
);
-- Serves whoever opens such an address.
CREATE UNIQUE INDEX calendar_feed_secret_key ON calendar_feed (secret_digest);
