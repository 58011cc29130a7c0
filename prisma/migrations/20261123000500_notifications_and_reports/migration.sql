-- What the handlers write: messages to people, mail to send, and the reporting handler's own rows.

CREATE TABLE notification (
  id uuid PRIMARY KEY,
  recipient_id uuid NOT NULL REFERENCES person (id),
  -- The fact that led to this message; one message per fact, person and kind, however often the handler runs.
  event_id uuid NOT NULL,
  kind text NOT NULL,
  -- The record it is about, for grouping: 'booking' and its id.
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  link text NOT NULL CONSTRAINT notification_link_local CHECK (link LIKE '/%' AND link NOT LIKE '//%'),
  urgent boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  -- Set when a later message about the same record made an unread one pointless.
  superseded_at timestamptz
);
CREATE UNIQUE INDEX notification_once_key ON notification (event_id, recipient_id, kind);
-- Serves the centre: newest first, and the unread count.
CREATE INDEX notification_recipient_idx ON notification (recipient_id, created_at DESC, id);
CREATE INDEX notification_unread_idx ON notification (recipient_id, subject_type, subject_id)
  WHERE read_at IS NULL AND superseded_at IS NULL;

-- Mail is a row first and sent after; the row's id is the message id that the mail server sees.
CREATE TABLE outgoing_mail (
  id uuid PRIMARY KEY,
  notification_id uuid NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
  status text NOT NULL DEFAULT 'queued' CONSTRAINT outgoing_mail_status_known CHECK (
    status IN ('queued', 'sending', 'sent', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL DEFAULT now(),
  lease_until timestamptz,
  sent_at timestamptz,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX outgoing_mail_once_key ON outgoing_mail (notification_id);
CREATE INDEX outgoing_mail_due_idx ON outgoing_mail (next_try_at) WHERE status IN ('queued', 'sending');

-- One row per fact that a report counts, so that a repeat adds nothing and a number can be opened down to its facts.
CREATE TABLE report_booking_fact (
  event_id uuid PRIMARY KEY,
  type text NOT NULL,
  booking_id uuid NOT NULL,
  client_id uuid NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- Dates concerned: asked for, approved, declined or cancelled by this fact.
  dates integer NOT NULL DEFAULT 0,
  -- Hours from submission to this decision; null for what is no decision.
  decision_hours double precision
);
CREATE INDEX report_booking_fact_time_idx ON report_booking_fact (occurred_at, type);
CREATE INDEX report_booking_fact_booking_idx ON report_booking_fact (booking_id, occurred_at);

