/**
 * What must hold once everything is handled, whatever was killed on the way. Each statement returns the rows
 * that break its sentence; `$1` is the title of the bookings in question.
 */
export const logChecks: Readonly<Record<string, string>> = {
  "every booking is approved, once, and every fact of it has its version": `
    SELECT b.id, b.status, b.version, array_agg(l.type ORDER BY l.position) AS facts
    FROM booking b
    LEFT JOIN event_log l ON l.correlation_id = b.id::text AND l.category = 'booking'
    WHERE b.title = $1
    GROUP BY b.id
    HAVING b.status <> 'approved' OR b.version <> 3
      OR array_agg(l.type ORDER BY l.position)
        <> ARRAY['BOOKING_CREATED', 'BOOKING_SUBMITTED', 'BOOKING_APPROVED']`,

  "every approval is followed by one EVENT_INSTANCES_GENERATED, an activity for each event, and nothing else": `
    SELECT b.id, array_agg(l.type) FILTER (WHERE l.type IS NOT NULL) AS facts
    FROM booking b
    LEFT JOIN event_log l ON l.correlation_id = b.id::text AND l.category <> 'booking'
    WHERE b.title = $1
    GROUP BY b.id
    HAVING array_agg(l.type ORDER BY l.position)
      IS DISTINCT FROM array_prepend('EVENT_INSTANCES_GENERATED', array_fill('ACTIVITY_CREATED'::text,
        ARRAY[(SELECT count(*) FROM event_instance i WHERE i.booking_id = b.id)::int]))`,

  "every event has its fact, and every fact its event": `
    SELECT i.id AS event, f.event_id AS named, f.times
    FROM event_instance i
    FULL JOIN (
      SELECT e.id::uuid AS event_id, count(*) AS times
      FROM event_log l, jsonb_array_elements_text(l.payload -> 'eventIds') AS e (id)
      WHERE l.type = 'EVENT_INSTANCES_GENERATED' GROUP BY 1) f ON f.event_id = i.id
    WHERE i.id IS NULL OR f.times IS DISTINCT FROM 1`,

  "every approved date has its one event": `
    SELECT d.booking_id, d.starts_at, i.events
    FROM booking b
    JOIN booking_date d ON d.booking_id = b.id
    FULL JOIN (
      SELECT booking_id, starts_at, count(*) AS events FROM event_instance
      WHERE booking_id IN (SELECT id FROM booking WHERE title = $1) GROUP BY 1, 2) i
      ON i.booking_id = d.booking_id AND i.starts_at = d.starts_at
    WHERE (b.title = $1 OR b.id IS NULL)
      AND (d.status IS DISTINCT FROM 'approved' OR i.events IS DISTINCT FROM 1)`,

  "every fact has one receipt of every handler that was owed it, and nothing open or dead": `
    SELECT l.id, l.type, s.handler, coalesce(r.n, 0) AS receipts, coalesce(d.n, 0) AS deliveries
    FROM event_log l
    JOIN event_subscription s ON s.type = l.type AND s.since <= l.recorded_at
      AND (s.until IS NULL OR s.until > l.recorded_at)
    LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM event_attempt WHERE closes GROUP BY 1, 2) r
      ON r.event_id = l.id AND r.handler = s.handler
    LEFT JOIN (SELECT event_id, handler, count(*) AS n FROM event_delivery GROUP BY 1, 2) d
      ON d.event_id = l.id AND d.handler = s.handler
    WHERE coalesce(r.n, 0) <> 1 OR coalesce(d.n, 0) <> 0`,

  "every receipt says that the work was done": `
    SELECT event_id, handler, outcome, error FROM event_attempt WHERE closes AND outcome <> 'done'`,

  "everybody was told what they had to be told, once": `
    WITH fact AS (
      SELECT l.id, l.type, b.id AS booking_id, b.client_id, b.submitted_by
      FROM booking b JOIN event_log l ON l.correlation_id = b.id::text
      WHERE b.title = $1
    ), owed AS (
      SELECT f.id AS event_id, p.id AS recipient_id, 'booking-waiting' AS kind FROM fact f, person p
      WHERE f.type = 'BOOKING_SUBMITTED' AND p.role = 'admin' AND p.active
      UNION ALL
      SELECT f.id, p.id, 'booking-received' FROM fact f JOIN person p ON p.id::text = f.submitted_by
      WHERE f.type = 'BOOKING_SUBMITTED'
      UNION ALL
      SELECT f.id, p.id, 'booking-approved' FROM fact f JOIN person p ON p.client_id = f.client_id AND p.active
      WHERE f.type = 'BOOKING_APPROVED'
      UNION ALL
      SELECT f.id, p.id, 'events-planned' FROM fact f, person p
      WHERE f.type = 'EVENT_INSTANCES_GENERATED' AND p.role = 'admin' AND p.active
    ), told AS (
      SELECT event_id, recipient_id, kind, count(*) AS times FROM notification
      WHERE subject_id IN (SELECT booking_id::text FROM fact) GROUP BY 1, 2, 3
    )
    SELECT * FROM owed FULL JOIN told USING (event_id, recipient_id, kind)
    WHERE told.times IS DISTINCT FROM 1 OR NOT EXISTS (
      SELECT FROM owed o WHERE o.event_id = told.event_id AND o.recipient_id = told.recipient_id
        AND o.kind = told.kind)`,

  "every fact is counted once in the report": `
    SELECT l.id, l.type, r.event_id
    FROM booking b
    JOIN event_log l ON l.correlation_id = b.id::text AND l.category = 'booking'
    LEFT JOIN report_booking_fact r ON r.event_id = l.id
    WHERE b.title = $1 AND r.event_id IS NULL`,

  "every idempotency key has the answer that its facts tell": `
    SELECT c.idempotency_key, c.result, c.event_ids
    FROM command_receipt c
    LEFT JOIN event_log l ON l.id = c.event_ids[1]
    WHERE l.id IS NULL OR cardinality(c.event_ids) <> 1
      OR l.metadata ->> 'idempotencyKey' <> c.idempotency_key OR l.correlation_id <> c.result ->> 'bookingId'`,
};
