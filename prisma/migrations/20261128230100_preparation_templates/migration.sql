-- Preparation templates become master data that admins edit: with a version, and archived instead of deleted.
ALTER TABLE preparation_template
  ADD COLUMN version integer NOT NULL DEFAULT 1,
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
  -- Something is always there for an event whose activities have no template of their own.
  ADD CONSTRAINT preparation_template_fallback_stays CHECK (activity_type IS NOT NULL OR archived_at IS NULL);

-- An archived template leaves its kind of activity to another one.
DROP INDEX preparation_template_type_key;
CREATE UNIQUE INDEX preparation_template_type_key ON preparation_template ((coalesce(lower(activity_type), '')))
  WHERE archived_at IS NULL;
