-- Problems with kits are issues like those of events, activities and venues; photos hang on the need of a kit.

ALTER TABLE event_issue
  ADD COLUMN kit_assignment_id uuid REFERENCES kit_assignment (id),
  ADD COLUMN kit_instance_id uuid REFERENCES kit_instance (id),
  DROP CONSTRAINT event_issue_subject_known,
  ADD CONSTRAINT event_issue_subject_known CHECK (subject IN ('event', 'activity', 'location', 'kit')),
  ADD CONSTRAINT event_issue_kit_named CHECK (
    (subject = 'kit') = (kit_instance_id IS NOT NULL) AND (subject = 'kit') = (kit_assignment_id IS NOT NULL));
-- Serves the story of a kit, and whether what came back broken was reported.
CREATE INDEX event_issue_kit_idx ON event_issue (kit_instance_id, reported_at) WHERE kit_instance_id IS NOT NULL;

ALTER TABLE photo
  DROP CONSTRAINT photo_subject_known,
  ADD CONSTRAINT photo_subject_known CHECK (subject IN ('activity', 'location', 'event', 'kit'));
