-- Where the files of a photo are, what they hold, and when a command took it. Nobody could upload one before.

ALTER TABLE photo
  -- The random name of its files in the storage; no caller ever says or sees it.
  ADD COLUMN storage_key uuid NOT NULL,
  -- Of the large size, as it is kept.
  ADD COLUMN sha256 text NOT NULL CONSTRAINT photo_sha256_shape CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- The instant of the command that hung it on its record: the report it came with says the same instant.
  ADD COLUMN attached_at timestamptz,
  ADD CONSTRAINT photo_attached_when CHECK ((attached_at IS NULL) = (record_id IS NULL));
