-- What the agency knows of its people as staff: what they can do, where they live, when they are free, what they cost.

CREATE TABLE staff_profile (
  user_id uuid PRIMARY KEY REFERENCES person (id),
  phone text NOT NULL DEFAULT '' CONSTRAINT staff_profile_phone_length CHECK (length(phone) <= 40),
  -- Two-letter codes of ISO 639-1.
  languages text[] NOT NULL DEFAULT '{}',
  home_latitude double precision CONSTRAINT staff_profile_latitude_range CHECK (home_latitude BETWEEN -90 AND 90),
  home_longitude double precision CONSTRAINT staff_profile_longitude_range CHECK (home_longitude BETWEEN -180 AND 180),
  -- An hour's pay before anything else is agreed.
  rate numeric(12, 2) CONSTRAINT staff_profile_rate_range CHECK (rate >= 0),
  -- ISO 4217.
  currency text CONSTRAINT staff_profile_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  -- [{weekday, from, to}] on the person's own clock, ISO weekdays; null until they have said it.
  weekly jsonb CONSTRAINT staff_profile_weekly_list CHECK (jsonb_typeof(weekly) = 'array'),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT staff_profile_home_whole CHECK ((home_latitude IS NULL) = (home_longitude IS NULL)),
  CONSTRAINT staff_profile_rate_whole CHECK ((rate IS NULL) = (currency IS NULL))
);

CREATE TABLE staff_skill (
  user_id uuid NOT NULL REFERENCES person (id),
  role text NOT NULL CONSTRAINT staff_skill_role_length CHECK (length(role) BETWEEN 1 AND 80),
  -- Both days count; null for no bound.
  valid_from date,
  valid_until date,
  PRIMARY KEY (user_id, role),
  CONSTRAINT staff_skill_order CHECK (valid_until >= valid_from)
);
-- Serves the search for candidates: who can do a role, however it is spelled.
CREATE UNIQUE INDEX staff_skill_role_key ON staff_skill (lower(role), user_id);

CREATE TABLE staff_paper (
  user_id uuid NOT NULL REFERENCES person (id),
  kind text NOT NULL CONSTRAINT staff_paper_kind_length CHECK (length(kind) BETWEEN 1 AND 80),
  valid_from date,
  valid_until date,
  PRIMARY KEY (user_id, kind),
  CONSTRAINT staff_paper_order CHECK (valid_until >= valid_from)
);
-- Serves the reminders of what runs out soon.
CREATE INDEX staff_paper_until_idx ON staff_paper (valid_until);

-- Days on which the weekly pattern does not hold, on the person's own clock.
CREATE TABLE staff_exception (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  user_id uuid NOT NULL REFERENCES person (id),
  kind text NOT NULL CONSTRAINT staff_exception_kind_known CHECK (kind IN ('off', 'available')),
  -- Both days count.
  from_date date NOT NULL,
  until_date date NOT NULL,
  -- Wall clocks HH:mm, the end also 24:00; both null for whole days.
  from_time text CONSTRAINT staff_exception_from_clock CHECK (from_time ~ '^\d\d:\d\d$'),
  to_time text CONSTRAINT staff_exception_to_clock CHECK (to_time ~ '^\d\d:\d\d$'),
  note text NOT NULL DEFAULT '' CONSTRAINT staff_exception_note_length CHECK (length(note) <= 200),
  CONSTRAINT staff_exception_order CHECK (until_date >= from_date),
  CONSTRAINT staff_exception_times_whole CHECK ((from_time IS NULL) = (to_time IS NULL)),
  CONSTRAINT staff_exception_times_order CHECK (to_time > from_time)
);
CREATE INDEX staff_exception_person_idx ON staff_exception (user_id, until_date);

-- Whom a client likes to see, and whom it does not want any more.
CREATE TABLE client_preference (
  client_id uuid NOT NULL REFERENCES client (id),
  user_id uuid NOT NULL REFERENCES person (id),
  preference text NOT NULL CONSTRAINT client_preference_known CHECK (preference IN ('preferred', 'blocked')),
  reason text NOT NULL DEFAULT '' CONSTRAINT client_preference_reason_length CHECK (length(reason) <= 500),
  PRIMARY KEY (client_id, user_id)
);
CREATE INDEX client_preference_person_idx ON client_preference (user_id);
