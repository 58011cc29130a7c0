-- Bookings: what a client asks for, date by date, and what was decided about it.

CREATE SEQUENCE booking_number_seq START 1001;

CREATE TABLE booking (
  id uuid PRIMARY KEY,
  number integer NOT NULL DEFAULT nextval('booking_number_seq'),
  client_id uuid NOT NULL REFERENCES client (id),
  title text NOT NULL CONSTRAINT booking_title_length CHECK (length(title) BETWEEN 1 AND 200),
  status text NOT NULL CONSTRAINT booking_status_known CHECK (
    status IN ('draft', 'submitted', 'changes_requested', 'partially_approved', 'approved', 'rejected', 'cancelled')),
  -- Raised by every change; a decision names the version it reviewed.
  version integer NOT NULL DEFAULT 1,
  needs_reapproval boolean NOT NULL DEFAULT false,
  -- The wall-clock intent; the instants of each date are kept in booking_date.
  time_zone text NOT NULL,
  -- {activities: [{type, description, durationMinutes, roles: [{role, headcount}], kits: [{kitTemplateId, quantity}]}]}
  plan jsonb NOT NULL,
  recurrence jsonb,
  rrule text,
  notes text NOT NULL DEFAULT '',
  contact jsonb,
  -- What an admin asked to be changed: {requestedBy, requestedAt, answerBy, changes: [...]}; null when nothing is asked.
  change_request jsonb,
  rejection jsonb,
  cancellation jsonb,
  -- Recorded when a decision pushed through a warning: {reason, by, at, snapshot}.
  override jsonb,
  copied_from uuid REFERENCES booking (id),
  -- The group key of an imported booking, unique per client: a second run of an import adds nothing.
  import_key text,
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,
  submitted_by text,
  submitted_at timestamptz,
  decided_by text,
  decided_at timestamptz,
  -- Who has to act next and since when; derived by evolve, kept for the queue's order.
  waiting_for text NOT NULL CONSTRAINT booking_waiting_known CHECK (waiting_for IN ('client', 'agency', 'nobody')),
  waiting_since timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
ALTER SEQUENCE booking_number_seq OWNED BY booking.number;
CREATE UNIQUE INDEX booking_number_key ON booking (number);
CREATE UNIQUE INDEX booking_import_key ON booking (client_id, import_key) WHERE import_key IS NOT NULL;
-- Serves the admin's queue: what needs deciding first, longest waiting before the rest.
CREATE INDEX booking_queue_idx ON booking (
  (CASE waiting_for WHEN 'agency' THEN 0 WHEN 'client' THEN 1 ELSE 2 END), waiting_since, id);
-- Serves lists in the order of the latest change, a client's own among them.
CREATE INDEX booking_client_idx ON booking (client_id, updated_at DESC, id DESC);
CREATE INDEX booking_updated_idx ON booking (updated_at DESC, id DESC);
-- Serves the search for words of a title.
CREATE INDEX booking_title_idx ON booking USING gin (title gin_trgm_ops);

CREATE TABLE booking_date (
  id uuid PRIMARY KEY,
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  -- Wall clock at the venue as asked for, "2026-12-05T10:00"; kept so that a change of zone rules can be redone.
  local_start text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  status text NOT NULL CONSTRAINT booking_date_status_known CHECK (
    status IN ('undecided', 'approved', 'declined', 'proposed', 'cancelled')),
  -- 'gap' (moved forward by a clock change), 'overlap' (first of two) or 'clamped' (31st in a shorter month).
  clock_note text CONSTRAINT booking_date_note_known CHECK (clock_note IN ('gap', 'overlap', 'clamped')),
  reason text,
  proposed_local_start text,
  CONSTRAINT booking_date_order CHECK (ends_at > starts_at)
);
-- One start per booking: a date asked for twice is one date.
CREATE UNIQUE INDEX booking_date_start_key ON booking_date (booking_id, starts_at);
-- Serves the clash check: dates of other bookings in a window.
CREATE INDEX booking_date_window_idx ON booking_date USING gist (tstzrange(starts_at, ends_at))
  WHERE status IN ('undecided', 'approved', 'proposed');

CREATE TABLE booking_venue (
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  location_id uuid NOT NULL REFERENCES location (id),
  -- 0 is where people meet; the others are occupied as well.
  rank integer NOT NULL,
  PRIMARY KEY (booking_id, rank)
);
CREATE UNIQUE INDEX booking_venue_once_key ON booking_venue (booking_id, location_id);
CREATE INDEX booking_venue_location_idx ON booking_venue (location_id);

-- The content of a booking at each version in which it changed: what a stale decision is compared with.
CREATE TABLE booking_revision (
  booking_id uuid NOT NULL REFERENCES booking (id) ON DELETE CASCADE,
  version integer NOT NULL,
  content jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (booking_id, version)
);
