-- That a venue is agreed for an event: it holds for this venue and this start, and for no other.

CREATE TABLE location_confirmation (
  event_id uuid PRIMARY KEY REFERENCES event_instance (id),
  location_id uuid NOT NULL REFERENCES location (id),
  starts_at timestamptz NOT NULL,
  status text NOT NULL CONSTRAINT location_confirmation_status_known CHECK (status IN ('confirmed', 'revoked')),
  -- {name, phone, email}: who is asked for at the venue.
  contact_person jsonb,
  special_instructions text,
  access_details text,
  confirmed_by uuid NOT NULL REFERENCES person (id),
  confirmed_at timestamptz NOT NULL,
  revoked_reason text,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT location_confirmation_revoked CHECK ((status = 'revoked') = (revoked_reason IS NOT NULL))
);
