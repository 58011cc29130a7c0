-- What a person set a list to and gave a name: view state, no fact of the log.

CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL REFERENCES person (id),
  -- Which list it belongs to: 'log', 'bookings'.
  screen text NOT NULL CONSTRAINT saved_view_screen_known CHECK (screen IN ('log', 'bookings')),
  name text NOT NULL,
  -- The address behind the question mark, as the screen wrote it.
  query text NOT NULL,
  -- Others of the desk see it; only its owner changes it.
  shared boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL DEFAULT now()
);
-- Serves a person's own list.
CREATE INDEX saved_view_owner_idx ON saved_view (owner_id, screen);
-- Serves what others share.
CREATE INDEX saved_view_shared_idx ON saved_view (screen) WHERE shared;

-- The view that a person's list opens with; it may be a shared one of somebody else.
CREATE TABLE saved_view_default (
  person_id uuid NOT NULL REFERENCES person (id),
  screen text NOT NULL,
  view_id uuid NOT NULL REFERENCES saved_view (id) ON DELETE CASCADE,
  PRIMARY KEY (person_id, screen)
);
-- Serves the removal of a view.
CREATE INDEX saved_view_default_view_idx ON saved_view_default (view_id);
