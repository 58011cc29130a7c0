-- The life of one event: who has it, what prepares it, what happened.

-- The date of the booking that an event was made from, and its end, which a later move of the event leaves alone.
ALTER TABLE event_instance ADD COLUMN booked_start timestamptz, ADD COLUMN booked_end timestamptz;
UPDATE event_instance SET booked_start = starts_at, booked_end = ends_at;
ALTER TABLE event_instance ALTER COLUMN booked_start SET NOT NULL, ALTER COLUMN booked_end SET NOT NULL;
-- One live instance per booking and booked start: generation is safe to run twice, and a date that is approved
-- later has its event although another one was moved to its hour.
DROP INDEX event_instance_start_key;
CREATE UNIQUE INDEX event_instance_start_key ON event_instance (booking_id, booked_start) WHERE status <> 'cancelled';

ALTER TABLE event_instance
  ADD COLUMN actual_start timestamptz,
  ADD COLUMN actual_end timestamptz,
  -- {metExpectations, metrics, notes}, and what was open when it was completed.
  ADD COLUMN outcome jsonb,
  ADD COLUMN follow_ups text[] NOT NULL DEFAULT '{}',
  ADD CONSTRAINT event_instance_actual_order CHECK (actual_end > actual_start);

CREATE TABLE preparation_template (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- The kind of activity that asks for it; null for the one that serves all others.
  activity_type text
);
-- One template per kind of activity, and one for all others.
CREATE UNIQUE INDEX preparation_template_type_key ON preparation_template ((coalesce(lower(activity_type), '')));

CREATE TABLE preparation_template_line (
  template_id uuid NOT NULL REFERENCES preparation_template (id) ON DELETE CASCADE,
  rank integer NOT NULL,
  description text NOT NULL,
  kind text NOT NULL CONSTRAINT preparation_template_line_kind_known CHECK (
    kind IN ('staff', 'kit', 'logistics', 'venue', 'other')),
  -- On the venue's clock, before the start.
  minutes_before integer NOT NULL CONSTRAINT preparation_template_line_before CHECK (
    minutes_before BETWEEN 0 AND 527040),
  PRIMARY KEY (template_id, rank)
);

INSERT INTO preparation_template (id, name, activity_type)
VALUES ('01993e80-0000-7000-8000-000000000001', 'Any event', NULL);
INSERT INTO preparation_template_line (template_id, rank, description, kind, minutes_before)
SELECT '01993e80-0000-7000-8000-000000000001', line.*
FROM (VALUES
  (0, 'Confirm the venue: contact, access and times.', 'venue', 14 * 1440),
  (1, 'Fill every staff role.', 'staff', 7 * 1440),
  (2, 'Book transport to the venue and back.', 'logistics', 7 * 1440),
  (3, 'Send the brief to the crew and the client.', 'other', 3 * 1440),
  (4, 'Pack and count every kit.', 'kit', 2 * 1440),
  (5, 'Agree on delivery and set-up times with the venue.', 'logistics', 2 * 1440)) AS line;

CREATE TABLE preparation_task (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_instance (id),
  kind text NOT NULL CONSTRAINT preparation_task_kind_known CHECK (
    kind IN ('staff', 'kit', 'logistics', 'venue', 'other')),
  description text NOT NULL,
  assigned_to uuid REFERENCES person (id),
  due_at timestamptz NOT NULL,
  -- Null when a person fixed the due date: then it stays when the event moves (domain.md rule 19).
  minutes_before integer,
  status text NOT NULL CONSTRAINT preparation_task_status_known CHECK (status IN ('open', 'done')),
  -- A person's id or "system".
  done_by text,
  done_at timestamptz,
  -- The fact that satisfied a task that ticks itself.
  evidence uuid,
  CONSTRAINT preparation_task_done CHECK ((status = 'done') = (done_at IS NOT NULL AND done_by IS NOT NULL))
);
-- Serves the checklist of one event and the readiness of a page of events.
CREATE INDEX preparation_task_event_idx ON preparation_task (event_id, due_at);

-- What the neighbours' facts said last about the venue of an event; kept by the workflow.
CREATE TABLE event_venue_standing (
  event_id uuid PRIMARY KEY REFERENCES event_instance (id),
  confirmed boolean NOT NULL,
  -- The fact that said so.
  fact_id uuid NOT NULL,
  fact_at timestamptz NOT NULL
);

-- Problems of an event, its activities and its venue; a row bears the id of the fact that reported it and is kept
-- by the workflow, whoever reported.
CREATE TABLE event_issue (
  id uuid PRIMARY KEY,
  event_id uuid NOT NULL REFERENCES event_instance (id),
  subject text NOT NULL CONSTRAINT event_issue_subject_known CHECK (subject IN ('event', 'activity', 'location')),
  activity_id uuid,
  location_id uuid,
  issue_type text NOT NULL,
  severity text NOT NULL CONSTRAINT event_issue_severity_known CHECK (
    severity IN ('low', 'medium', 'high', 'critical')),
  description text NOT NULL,
  immediate_action text,
  photo_urls text[] NOT NULL DEFAULT '{}',
  status text NOT NULL CONSTRAINT event_issue_status_known CHECK (
    status IN ('reported', 'acknowledged', 'resolved')),
  reported_by text NOT NULL,
  reported_at timestamptz NOT NULL,
  acknowledged_by text,
  acknowledged_at timestamptz,
  resolved_by text,
  resolved_at timestamptz,
  resolution text
);
-- Serves the issues of one event.
CREATE INDEX event_issue_event_idx ON event_issue (event_id, reported_at);
