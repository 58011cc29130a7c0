-- Master data: who the clients are, who the people are, where things happen and which kits exist.

CREATE TABLE client (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT client_name_length CHECK (length(name) BETWEEN 1 AND 200),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz
);
-- One client per name, whatever its case: serves the import, which finds clients by name.
CREATE UNIQUE INDEX client_name_key ON client (lower(name));

CREATE TABLE person (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT person_name_length CHECK (length(name) BETWEEN 1 AND 200),
  email text NOT NULL CONSTRAINT person_email_length CHECK (length(email) BETWEEN 3 AND 254),
  role text NOT NULL CONSTRAINT person_role_known CHECK (role IN ('admin', 'manager', 'agent', 'client')),
  client_id uuid REFERENCES client (id),
  active boolean NOT NULL DEFAULT true,
  time_zone text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- A client's person belongs to one client; the agency's own people belong to none.
  CONSTRAINT person_client_matches_role CHECK ((role = 'client') = (client_id IS NOT NULL))
);
CREATE UNIQUE INDEX person_email_key ON person (lower(email));
-- Serves the notification handler: whom to tell at a client, or all admins.
CREATE INDEX person_client_idx ON person (client_id) WHERE active;
CREATE INDEX person_role_idx ON person (role) WHERE active;

CREATE TABLE location (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT location_name_length CHECK (length(name) BETWEEN 1 AND 300),
  address text NOT NULL DEFAULT '',
  city text NOT NULL DEFAULT '',
  country text NOT NULL DEFAULT '',
  time_zone text NOT NULL,
  latitude double precision CONSTRAINT location_latitude_range CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision CONSTRAINT location_longitude_range CHECK (longitude BETWEEN -180 AND 180),
  geofence_radius_m integer NOT NULL DEFAULT 150
    CONSTRAINT location_radius_range CHECK (geofence_radius_m BETWEEN 10 AND 5000),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz,
  CONSTRAINT location_position_whole CHECK ((latitude IS NULL) = (longitude IS NULL))
);
-- One place per name and zone: a second import of the same file finds the places the first one made.
CREATE UNIQUE INDEX location_name_key ON location (lower(name), time_zone);

CREATE TABLE kit_template (
  id uuid PRIMARY KEY,
  name text NOT NULL CONSTRAINT kit_template_name_length CHECK (length(name) BETWEEN 1 AND 200),
  description text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  archived_at timestamptz
);
CREATE UNIQUE INDEX kit_template_name_key ON kit_template (lower(name));
