-- Activities: the parts of an event. Photos: what people attach to what they report.

CREATE TABLE activity (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_instance (id),
  booking_id uuid NOT NULL REFERENCES booking (id),
  -- The place in the booking's plan that it was laid out from; null for one that a person added.
  plan_index integer,
  activity_type text NOT NULL,
  description text NOT NULL,
  -- Planned length in minutes.
  duration integer NOT NULL CONSTRAINT activity_duration_range CHECK (duration BETWEEN 0 AND 1054080),
  -- One entry per kit and per head, as the facts spell them.
  required_kit_template_ids uuid[] NOT NULL DEFAULT '{}',
  required_staff_roles text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CONSTRAINT activity_status_known CHECK (
    status IN ('planned', 'in_progress', 'completed', 'cancelled')),
  started_at timestamptz,
  completed_at timestamptz,
  -- {metrics, notes, photoIds}; null until it is completed.
  outcomes jsonb,
  cancelled_reason text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CONSTRAINT activity_started CHECK (status NOT IN ('in_progress', 'completed') OR started_at IS NOT NULL),
  CONSTRAINT activity_completed CHECK ((status = 'completed') = (completed_at IS NOT NULL AND outcomes IS NOT NULL)),
  CONSTRAINT activity_order CHECK (completed_at >= started_at)
);
-- One activity per event and place in the plan: laying out is safe to run twice.
CREATE UNIQUE INDEX activity_plan_key ON activity (event_id, plan_index);
CREATE INDEX activity_booking_idx ON activity (booking_id);

CREATE TABLE photo (
  id uuid PRIMARY KEY,
  uploaded_by uuid NOT NULL REFERENCES person (id),
  -- What it hangs on and the event behind that, whose readers may see it; all null until a command takes it.
  subject text CONSTRAINT photo_subject_known CHECK (subject IN ('activity', 'location', 'event')),
  record_id uuid,
  event_id uuid REFERENCES event_instance (id),
  -- Of the large size, as it is kept.
  bytes integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT photo_attached_whole CHECK (
    (subject IS NULL) = (record_id IS NULL) AND (subject IS NULL) = (event_id IS NULL))
);
-- Serves the purge of what was never attached.
CREATE INDEX photo_unattached_idx ON photo (created_at) WHERE record_id IS NULL;
-- Serves the sum of what a person uploaded in a day.
CREATE INDEX photo_uploader_idx ON photo (uploaded_by, created_at);
CREATE INDEX photo_event_idx ON photo (event_id) WHERE event_id IS NOT NULL;
