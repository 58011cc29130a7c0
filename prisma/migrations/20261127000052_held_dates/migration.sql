-- A change request holds the dates that were asked for when it was made, as "start/end" in ISO 8601 UTC
-- (domain.md rule 12); what the client adds afterwards is a new wish.
UPDATE booking b
SET change_request = b.change_request || jsonb_build_object('heldDates', coalesce((
  SELECT jsonb_agg(to_char(d.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '/' ||
    to_char(d.ends_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') ORDER BY d.starts_at)
  FROM booking_date d
  WHERE d.booking_id = b.id AND d.status IN ('undecided', 'approved', 'proposed')), '[]'))
WHERE jsonb_typeof(b.change_request) = 'object';
