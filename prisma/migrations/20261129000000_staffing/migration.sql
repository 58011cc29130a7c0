-- Staffing: the shifts that activities ask for, and who was asked, came and went.

-- One head of one role. Kept by the workflow from the facts of activities and events, as their issues are.
CREATE TABLE staff_slot (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_instance (id),
  booking_id uuid NOT NULL REFERENCES booking (id),
  activity_id uuid NOT NULL REFERENCES activity (id),
  role text NOT NULL,
  -- The how-manieth head of its role, from 1.
  seat integer NOT NULL CONSTRAINT staff_slot_seat_positive CHECK (seat > 0),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL CONSTRAINT staff_slot_status_known CHECK (status IN ('open', 'closed')),
  -- The no-show whose remaining time it fills (domain.md rule 27).
  replaces_assignment_id uuid,
  -- The workflow offers it to the next in rank by itself, until then.
  auto_next boolean NOT NULL DEFAULT true,
  stop_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT staff_slot_order CHECK (ends_at > starts_at)
);
-- Laying slots out is safe to run twice.
CREATE UNIQUE INDEX staff_slot_seat_key ON staff_slot (activity_id, role, seat) WHERE replaces_assignment_id IS NULL;
CREATE UNIQUE INDEX staff_slot_replaces_key ON staff_slot (replaces_assignment_id);
CREATE INDEX staff_slot_event_idx ON staff_slot (event_id);
-- Serves the board of a time.
CREATE INDEX staff_slot_starts_idx ON staff_slot (starts_at);

CREATE TABLE staff_assignment (
  id uuid PRIMARY KEY,
  slot_id uuid NOT NULL REFERENCES staff_slot (id),
  event_id uuid NOT NULL REFERENCES event_instance (id),
  booking_id uuid NOT NULL REFERENCES booking (id),
  activity_id uuid NOT NULL REFERENCES activity (id),
  user_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  instructions text NOT NULL DEFAULT '',
  status text NOT NULL CONSTRAINT staff_assignment_status_known CHECK (
    status IN ('created', 'offered', 'accepted', 'rejected', 'expired', 'withdrawn', 'checked_in', 'checked_out',
      'no_show')),
  -- A person's id or "system".
  created_by text NOT NULL,
  created_at timestamptz NOT NULL,

  -- The offer. Several dates that are offered at once share a group; pay is all or nothing.
  offer_group uuid,
  offered_at timestamptz,
  response_deadline timestamptz,
  rate numeric(12, 2) CONSTRAINT staff_assignment_rate_range CHECK (rate >= 0),
  currency text,
  estimated_hours numeric(8, 2),
  answered_at timestamptz,
  answer_note text,
  is_available_for_future boolean,
  -- {reason, by, snapshot} of who pushed through a warning.
  override jsonb,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_reason text,
  initiated_by text CONSTRAINT staff_assignment_initiator_known CHECK (initiated_by IN ('agent', 'agency', 'system')),
  lead_time_hours numeric(10, 2),

  -- Attendance: {at, deviceTime, method, position, distance, grade} of the check-in and check-out that count.
  checked_in_at timestamptz,
  check_in jsonb,
  checked_out_at timestamptz,
  check_out jsonb,
  break_minutes integer NOT NULL DEFAULT 0 CONSTRAINT staff_assignment_break_range CHECK (
    break_minutes BETWEEN 0 AND 1440),
  hours_worked numeric(8, 4) CONSTRAINT staff_assignment_hours_range CHECK (hours_worked >= 0),
  -- Assumed hours were proposed by the system after a forgotten check-out and want a person's confirmation.
  hours_state text CONSTRAINT staff_assignment_hours_state_known CHECK (
    hours_state IN ('assumed', 'recorded', 'approved')),
  no_show_at timestamptz,

  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  CONSTRAINT staff_assignment_order CHECK (ends_at > starts_at),
  CONSTRAINT staff_assignment_offered CHECK (
    status NOT IN ('offered', 'accepted', 'rejected', 'expired', 'checked_in', 'checked_out', 'no_show')
    OR (offered_at IS NOT NULL AND response_deadline IS NOT NULL)),
  CONSTRAINT staff_assignment_paid_whole CHECK ((rate IS NULL) = (currency IS NULL)),
  CONSTRAINT staff_assignment_attended CHECK (
    (status NOT IN ('checked_in', 'checked_out') OR checked_in_at IS NOT NULL)
    AND ((status = 'checked_out') = (checked_out_at IS NOT NULL AND hours_worked IS NOT NULL))),
  CONSTRAINT staff_assignment_attendance_order CHECK (checked_out_at >= checked_in_at),
  -- Nobody is at two events at once; two roles of one event are one attendance (domain.md rules 23, 34).
  CONSTRAINT staff_assignment_one_place EXCLUDE USING gist (
    user_id WITH =, event_id WITH <>, tstzrange(starts_at, ends_at) WITH &&)
    WHERE (status IN ('accepted', 'checked_in'))
);
-- A slot is filled once, however many were asked (domain.md rule 22).
CREATE UNIQUE INDEX staff_assignment_filled_key ON staff_assignment (slot_id)
  WHERE status IN ('accepted', 'checked_in', 'checked_out');
-- A person is asked once at a time for one slot.
CREATE UNIQUE INDEX staff_assignment_asked_key ON staff_assignment (slot_id, user_id)
  WHERE status IN ('created', 'offered', 'accepted', 'checked_in');
CREATE INDEX staff_assignment_event_idx ON staff_assignment (event_id);
-- Serves a person's shifts, the board and the checks of an acceptance.
CREATE INDEX staff_assignment_person_idx ON staff_assignment (user_id, starts_at);
-- Serves the clock of deadlines.
CREATE INDEX staff_assignment_deadline_idx ON staff_assignment (response_deadline) WHERE status = 'offered';

-- Who would step in, in the order in which they said so.
CREATE TABLE staff_standby (
  slot_id uuid NOT NULL REFERENCES staff_slot (id),
  user_id uuid NOT NULL REFERENCES person (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (slot_id, user_id)
);

-- The last fact that filled or emptied a place of an event: what its readiness rests on.
CREATE TABLE event_staff_standing (
  event_id uuid PRIMARY KEY REFERENCES event_instance (id),
  fact_id uuid NOT NULL,
  fact_at timestamptz NOT NULL
);

-- The slots of what was planned before there were any, with the ids that the workflow would have given them: the
-- activity's own time and 74 bits of SHA-256 (values/derived-id.ts).
INSERT INTO staff_slot (id, event_id, booking_id, activity_id, role, seat, starts_at, ends_at, status, stop_at)
SELECT encode(set_byte(set_byte(raw, 6, (get_byte(raw, 6) & 15) | 112), 8, (get_byte(raw, 8) & 63) | 128), 'hex')::uuid,
  event_id, booking_id, activity_id, role, seat, starts_at, ends_at, 'open', starts_at
FROM (
  SELECT h.*, decode(left(replace(h.activity_id::text, '-', ''), 12), 'hex') || substring(
    sha256(convert_to(h.activity_id::text || E'\n' || 'slot:' || h.role || ':' || h.seat, 'UTF8')) FROM 1 FOR 10) AS raw
  FROM (
    SELECT a.id AS activity_id, a.event_id, a.booking_id, e.starts_at, e.ends_at, r.role,
      row_number() OVER (PARTITION BY a.id, r.role ORDER BY r.place)::integer AS seat
    FROM activity a JOIN event_instance e ON e.id = a.event_id,
      unnest(a.required_staff_roles) WITH ORDINALITY AS r (role, place)
    WHERE a.status IN ('planned', 'in_progress') AND e.status NOT IN ('completed', 'cancelled')) h) s;
