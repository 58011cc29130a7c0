-- Kits: what a kind of kit holds, the kits themselves, what is in them, which event each serves, and who has them.

ALTER TABLE kit_template
  -- A kit is needed this long before its event begins, and is back and inspected this long after it (domain.md rule 35).
  ADD COLUMN preparation_minutes integer NOT NULL DEFAULT 1440
    CONSTRAINT kit_template_preparation_range CHECK (preparation_minutes BETWEEN 0 AND 43200),
  ADD COLUMN turnaround_minutes integer NOT NULL DEFAULT 1440
    CONSTRAINT kit_template_turnaround_range CHECK (turnaround_minutes BETWEEN 0 AND 43200);

-- One line of a template. A line that was taken out stays, for the kits that still hold it (domain.md rule 44).
CREATE TABLE kit_component (
  id uuid PRIMARY KEY,
  kit_template_id uuid NOT NULL REFERENCES kit_template (id),
  name text NOT NULL CONSTRAINT kit_component_name_length CHECK (length(name) BETWEEN 1 AND 200),
  quantity integer NOT NULL CONSTRAINT kit_component_quantity_range CHECK (quantity BETWEEN 1 AND 100000),
  -- Consumables are expected not to come back (domain.md rule 40).
  usage text NOT NULL CONSTRAINT kit_component_usage_known CHECK (usage IN ('returnable', 'consumable')),
  -- The worst of the critical ones is the condition of the kit (domain.md rule 41).
  critical boolean NOT NULL DEFAULT false,
  position integer NOT NULL,
  removed_at timestamptz
);
CREATE UNIQUE INDEX kit_component_name_key ON kit_component (kit_template_id, lower(name)) WHERE removed_at IS NULL;

CREATE TABLE kit_instance (
  id uuid PRIMARY KEY,
  kit_template_id uuid NOT NULL REFERENCES kit_template (id),
  -- What its label says, in capitals.
  code text NOT NULL CONSTRAINT kit_instance_code_shape CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{2,31}$'),
  -- Where it lies when nobody has it.
  home text NOT NULL DEFAULT '' CONSTRAINT kit_instance_home_length CHECK (length(home) <= 300),
  notes text NOT NULL DEFAULT '' CONSTRAINT kit_instance_notes_length CHECK (length(notes) <= 2000),
  condition text NOT NULL DEFAULT 'good' CONSTRAINT kit_instance_condition_known CHECK (
    condition IN ('excellent', 'good', 'fair', 'poor', 'damaged')),
  -- Since it came back and nobody has looked at it yet.
  awaiting_inspection_since timestamptz,
  quarantined_at timestamptz,
  quarantine_reason text,
  -- Not found where it should be when stock was taken.
  not_seen_since timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- Retired.
  archived_at timestamptz,
  CONSTRAINT kit_instance_quarantine_whole CHECK ((quarantined_at IS NULL) = (quarantine_reason IS NULL))
);
CREATE UNIQUE INDEX kit_instance_code_key ON kit_instance (code);
CREATE INDEX kit_instance_template_idx ON kit_instance (kit_template_id) WHERE archived_at IS NULL;

-- How much of a component is where; never below zero. The sum over all places is what ever came from outside.
CREATE TABLE kit_stock (
  component_id uuid NOT NULL REFERENCES kit_component (id),
  place text NOT NULL CONSTRAINT kit_stock_place_known CHECK (
    place IN ('kit', 'spares', 'used', 'lost', 'written_off')),
  kit_instance_id uuid REFERENCES kit_instance (id),
  quantity integer NOT NULL CONSTRAINT kit_stock_not_negative CHECK (quantity >= 0),
  CONSTRAINT kit_stock_kit_named CHECK ((place = 'kit') = (kit_instance_id IS NOT NULL)),
  CONSTRAINT kit_stock_key UNIQUE NULLS NOT DISTINCT (component_id, place, kit_instance_id)
);
CREATE INDEX kit_stock_instance_idx ON kit_stock (kit_instance_id) WHERE kit_instance_id IS NOT NULL;

-- Each move of components between places, kept by the workflow from the facts that say so: why a kit lacks what it lacks.
CREATE TABLE kit_movement (
  fact_id uuid NOT NULL,
  line integer NOT NULL,
  component_id uuid NOT NULL REFERENCES kit_component (id),
  quantity integer NOT NULL CONSTRAINT kit_movement_quantity_positive CHECK (quantity > 0),
  from_place text NOT NULL,
  from_kit_instance_id uuid REFERENCES kit_instance (id),
  to_place text NOT NULL,
  to_kit_instance_id uuid REFERENCES kit_instance (id),
  cause text NOT NULL,
  reason text,
  kit_assignment_id uuid,
  event_id uuid,
  moved_by text NOT NULL,
  moved_at timestamptz NOT NULL,
  PRIMARY KEY (fact_id, line)
);
CREATE INDEX kit_movement_from_idx ON kit_movement (from_kit_instance_id, moved_at) WHERE from_kit_instance_id IS NOT NULL;
CREATE INDEX kit_movement_to_idx ON kit_movement (to_kit_instance_id, moved_at) WHERE to_kit_instance_id IS NOT NULL;

-- One kit that an activity needs: asked for by template, bound to a certain kit late (domain.md rule 36).
CREATE TABLE kit_assignment (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_instance (id),
  booking_id uuid NOT NULL REFERENCES booking (id),
  activity_id uuid NOT NULL REFERENCES activity (id),
  kit_template_id uuid NOT NULL REFERENCES kit_template (id),
  kit_instance_id uuid REFERENCES kit_instance (id),
  status text NOT NULL CONSTRAINT kit_assignment_status_known CHECK (
    status IN ('assigned', 'prepared', 'checked_out', 'partly_returned', 'returned', 'cancelled')),
  -- Preparation to inspected return (domain.md rule 35).
  window_start timestamptz NOT NULL,
  window_end timestamptz NOT NULL,
  notes text NOT NULL DEFAULT '',
  -- A person's id or "system".
  assigned_by text NOT NULL,
  assigned_at timestamptz NOT NULL,

  -- [{componentId, name, quantity, condition}] as counted; why it is short, where it is.
  prepared jsonb,
  prepared_by text,
  prepared_at timestamptz,
  short_reason text,
  -- {reason, by, at, missing: [{componentId, quantity}]} of who accepted that it is short (domain.md rule 38).
  accepted_short jsonb,

  checked_out_at timestamptz,
  checked_out_by text,
  expected_return timestamptz,
  -- [{componentId, quantity}] that came back so far; sessions are their facts.
  returned jsonb,
  returned_at timestamptz,
  condition text CONSTRAINT kit_assignment_condition_known CHECK (
    condition IN ('excellent', 'good', 'fair', 'poor', 'damaged')),
  cancelled_reason text,

  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  CONSTRAINT kit_assignment_order CHECK (window_end > window_start),
  CONSTRAINT kit_assignment_bound CHECK (
    kit_instance_id IS NOT NULL OR status IN ('assigned', 'cancelled')),
  CONSTRAINT kit_assignment_prepared CHECK (
    status IN ('assigned', 'cancelled') OR (prepared IS NOT NULL AND prepared_at IS NOT NULL)),
  CONSTRAINT kit_assignment_out CHECK (
    status NOT IN ('checked_out', 'partly_returned', 'returned')
    OR (checked_out_at IS NOT NULL AND expected_return IS NOT NULL)),
  CONSTRAINT kit_assignment_back CHECK ((status = 'returned') = (returned_at IS NOT NULL AND condition IS NOT NULL)),
  -- A kit serves one event at a time; at that event it may go from activity to activity (domain.md rule 45).
  CONSTRAINT kit_assignment_one_event EXCLUDE USING gist (
    kit_instance_id WITH =, event_id WITH <>, tstzrange(window_start, window_end) WITH &&)
    WHERE (kit_instance_id IS NOT NULL AND status NOT IN ('returned', 'cancelled'))
);
CREATE INDEX kit_assignment_event_idx ON kit_assignment (event_id);
CREATE INDEX kit_assignment_activity_idx ON kit_assignment (activity_id);
-- Serves the calendar of a kit and its coming uses.
CREATE INDEX kit_assignment_instance_idx ON kit_assignment (kit_instance_id, window_start) WHERE kit_instance_id IS NOT NULL;
-- Serves availability and the preparation list.
CREATE INDEX kit_assignment_demand_idx ON kit_assignment (kit_template_id, window_start)
  WHERE status NOT IN ('returned', 'cancelled');
-- Serves the look for overdue kits.
CREATE INDEX kit_assignment_out_idx ON kit_assignment (expected_return) WHERE status IN ('checked_out', 'partly_returned');

-- Who has a kit from when to when, without holes; nobody's name means that it lies at its home.
CREATE TABLE kit_custody (
  id uuid PRIMARY KEY,
  kit_instance_id uuid NOT NULL REFERENCES kit_instance (id),
  holder_id uuid REFERENCES person (id),
  kit_assignment_id uuid REFERENCES kit_assignment (id),
  event_id uuid REFERENCES event_instance (id),
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  -- At the hand-over that began it.
  condition text NOT NULL,
  CONSTRAINT kit_custody_order CHECK (until_at >= from_at),
  CONSTRAINT kit_custody_one_holder EXCLUDE USING gist (
    kit_instance_id WITH =, tstzrange(from_at, until_at) WITH &&)
);
CREATE UNIQUE INDEX kit_custody_now_key ON kit_custody (kit_instance_id) WHERE until_at IS NULL;
CREATE INDEX kit_custody_holder_idx ON kit_custody (holder_id) WHERE until_at IS NULL AND holder_id IS NOT NULL;

-- Shortages that a fact has raised and none has settled; whether there is one is computed from what is there.
CREATE TABLE kit_shortage_said (
  kit_assignment_id uuid PRIMARY KEY REFERENCES kit_assignment (id),
  -- [{componentId, quantity}]; a kit that nobody can have is a shortage of all of its parts.
  missing jsonb NOT NULL,
  cause text NOT NULL,
  raised_by_fact uuid NOT NULL,
  raised_at timestamptz NOT NULL,
  resolved_by_fact uuid,
  resolved_at timestamptz
);
CREATE INDEX kit_shortage_said_open_idx ON kit_shortage_said (raised_at) WHERE resolved_at IS NULL;

-- The last fact about kits of an event that its readiness rests on.
CREATE TABLE event_kit_standing (
  event_id uuid PRIMARY KEY REFERENCES event_instance (id),
  fact_id uuid NOT NULL,
  fact_at timestamptz NOT NULL
);

-- A kit with what its facts make of it now (domain.md, States).
CREATE VIEW kit_unit AS
SELECT i.id, i.kit_template_id, i.code, i.home, i.notes, i.condition, i.awaiting_inspection_since, i.quarantined_at,
  i.quarantine_reason, i.not_seen_since, i.version, i.created_at, i.archived_at,
  c.holder_id, c.from_at AS held_since, c.kit_assignment_id AS held_for_assignment_id, c.event_id AS held_for_event_id,
  m.missing > 0 AS is_incomplete,
  CASE
    WHEN i.archived_at IS NOT NULL THEN 'retired'
    WHEN c.holder_id IS NOT NULL THEN 'in_use'
    WHEN i.quarantined_at IS NOT NULL THEN 'quarantined'
    WHEN i.awaiting_inspection_since IS NOT NULL THEN 'awaiting_inspection'
    WHEN m.missing > 0 THEN 'incomplete'
    ELSE 'available'
  END AS status
FROM kit_instance i
LEFT JOIN kit_custody c ON c.kit_instance_id = i.id AND c.until_at IS NULL
CROSS JOIN LATERAL (
  SELECT count(*) AS missing FROM kit_component p
  LEFT JOIN kit_stock s ON s.component_id = p.id AND s.kit_instance_id = i.id
  WHERE p.kit_template_id = i.kit_template_id AND p.removed_at IS NULL AND coalesce(s.quantity, 0) < p.quantity) m;
