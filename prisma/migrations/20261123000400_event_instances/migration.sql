-- Event instances: one gathering at one place and time, generated from an approved date of a booking.

CREATE SEQUENCE event_instance_number_seq START 101;

CREATE TABLE event_instance (
  id uuid PRIMARY KEY,
  number integer NOT NULL DEFAULT nextval('event_instance_number_seq'),
  booking_id uuid NOT NULL REFERENCES booking (id),
  client_id uuid NOT NULL REFERENCES client (id),
  title text NOT NULL,
  status text NOT NULL CONSTRAINT event_instance_status_known CHECK (
    status IN ('scheduled', 'assigned', 'preparing', 'ready', 'in_progress', 'completed', 'cancelled')),
  -- Why the event must not go on for now; null when nothing holds it.
  hold_reason text,
  local_start text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  time_zone text NOT NULL,
  clock_note text CONSTRAINT event_instance_note_known CHECK (clock_note IN ('gap', 'overlap', 'clamped')),
  location_id uuid NOT NULL REFERENCES location (id),
  manager_id uuid REFERENCES person (id),
  cancelled_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT event_instance_order CHECK (ends_at > starts_at)
);
ALTER SEQUENCE event_instance_number_seq OWNED BY event_instance.number;
CREATE UNIQUE INDEX event_instance_number_key ON event_instance (number);
-- One live instance per booking and start: generation is safe to run twice. A cancelled one may be followed by another.
CREATE UNIQUE INDEX event_instance_start_key ON event_instance (booking_id, starts_at) WHERE status <> 'cancelled';
-- Serves the list and the month calendar.
CREATE INDEX event_instance_starts_idx ON event_instance (starts_at, id);
CREATE INDEX event_instance_client_idx ON event_instance (client_id, starts_at);
CREATE INDEX event_instance_manager_idx ON event_instance (manager_id, starts_at) WHERE manager_id IS NOT NULL;
CREATE INDEX event_instance_location_idx ON event_instance (location_id, starts_at);
