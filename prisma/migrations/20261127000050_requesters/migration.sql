-- Who else asked: whoever added to a booking, or moved it, since it was last approved whole (decision 0005).
-- They may not decide about it any more than who created or submitted it.
ALTER TABLE booking ADD COLUMN changed_by text[] NOT NULL DEFAULT '{}';

-- What is open now, from the revisions since the last decision. They do not tell words from substance, so this
-- names some who only mended a note: another admin decides these.
UPDATE booking b
SET changed_by = ARRAY (
  SELECT DISTINCT r.changed_by FROM booking_revision r
  WHERE r.booking_id = b.id AND r.version > 1 AND r.changed_at > coalesce(b.decided_at, '-infinity')
  ORDER BY r.changed_by)
WHERE b.status NOT IN ('approved', 'cancelled');
