-- Proposed rosters: staged for whoever asked for them, told to nobody before they are published.

CREATE TABLE staff_plan (
  id uuid PRIMARY KEY,
  created_by uuid NOT NULL REFERENCES person (id),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  status text NOT NULL CONSTRAINT staff_plan_status_known CHECK (
    status IN ('solving', 'ready', 'failed', 'published')),
  -- How far the solver is, or what it came to: see the code that writes it.
  progress jsonb NOT NULL DEFAULT '{}',
  failure text,
  -- While it is solved; a process that died holds nobody up for longer.
  solving_until timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  idempotency_key text NOT NULL,
  published_key text,
  published_shifts integer,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT staff_plan_order CHECK (ends_at > starts_at),
  CONSTRAINT staff_plan_published CHECK ((status = 'published') = (published_shifts IS NOT NULL))
);
-- The same wish makes one plan.
CREATE UNIQUE INDEX staff_plan_request_key ON staff_plan (created_by, idempotency_key);
-- One at a time for each person (security.md S-58).
CREATE UNIQUE INDEX staff_plan_solving_key ON staff_plan (created_by) WHERE status = 'solving';
CREATE INDEX staff_plan_owner_idx ON staff_plan (created_by, created_at DESC);

CREATE TABLE staff_plan_seat (
  plan_id uuid NOT NULL REFERENCES staff_plan (id) ON DELETE CASCADE,
  slot_id uuid NOT NULL REFERENCES staff_slot (id),
  -- Null for a slot that stays open.
  user_id uuid REFERENCES person (id),
  -- Whether a person chose it instead of the planner.
  is_chosen boolean NOT NULL DEFAULT false,
  PRIMARY KEY (plan_id, slot_id)
);
