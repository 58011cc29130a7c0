-- What the reports count of events, activities and venues: one row per fact, so that a repeat adds nothing, and kept
-- when the fact itself has expired.

CREATE TABLE report_event_fact (
  event_id uuid PRIMARY KEY,
  type text NOT NULL,
  booking_id uuid NOT NULL,
  event_instance_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- Of a problem.
  severity text CONSTRAINT report_event_fact_severity_known CHECK (
    severity IN ('low', 'medium', 'high', 'critical')),
  -- How long a completed event took, or how far one was moved: back when negative.
  minutes integer,
  -- Of a completed event.
  met_expectations boolean
);
CREATE INDEX report_event_fact_time_idx ON report_event_fact (occurred_at, type);
CREATE INDEX report_event_fact_event_idx ON report_event_fact (event_instance_id, occurred_at);
