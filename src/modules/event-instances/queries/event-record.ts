import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { readRecordFacts, type RecordFacts } from "./record-facts";

/**
 * What people read beside the event itself: names, contacts, how to get in, and the entries of the log that its
 * gates rest on. For admins and the event's manager.
 */
export interface EventRecord extends Omit<RecordFacts, "actorIds"> {
  readonly eventId: string;
  /** Everybody that the event's tasks, issues and entries name by id. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly manager: { readonly name: string; readonly email: string } | null;
  /** Whom the client named for the booking, and what they wrote: for the desk alone (security.md 4). */
  readonly contact: Contact | null;
  readonly notes: string;
  readonly place: {
    readonly address: string;
    readonly city: string;
    readonly country: string;
  };
  /** What was agreed with the venue, or taken back, last; whatever date it was for. */
  readonly confirmation: VenueAgreement | null;
  readonly immediateActions: readonly ImmediateAction[];
}

export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

export interface VenueAgreement {
  /** False after a revocation, a move, also there and back, or a change of venue. */
  readonly holds: boolean;
  readonly contactPerson: Contact | null;
  readonly specialInstructions: string | null;
  readonly accessDetails: string | null;
  /** A person's id. */
  readonly confirmedBy: string;
  readonly confirmedAt: string;
  readonly revokedReason: string | null;
}

/** What somebody did about an issue before anybody took charge of it. */
export interface ImmediateAction {
  readonly issueId: string;
  readonly text: string;
}

interface HeadRow {
  readonly booking_id: string;
  readonly created_at: Date;
  readonly notes: string;
  readonly contact: Contact | null;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  readonly manager: EventRecord["manager"];
}

interface AgreementRow extends Omit<VenueAgreement, "confirmedAt"> {
  readonly confirmedAt: Date;
}

/** Throws `NOT_FOUND` alike for an event that is missing and for one of another manager. */
export async function eventRecord(db: Queryable, actor: PersonActor, eventId: string): Promise<EventRecord> {
  const [head] = await readHead(db, actor, eventId);
  if (!head) throw notFound("event");
  const [[agreement], immediateActions, { actorIds, ...facts }] = await Promise.all([
    readAgreement(db, eventId),
    readImmediateActions(db, eventId),
    readRecordFacts(db, { eventId, bookingId: head.booking_id, since: head.created_at }),
  ]);
  return {
    eventId,
    people: await readPeople(db, eventId, actorIds),
    manager: head.manager,
    contact: actor.role === "admin" ? head.contact : null,
    notes: actor.role === "admin" ? head.notes : "",
    place: { address: head.address, city: head.city, country: head.country },
    confirmation: agreement ? { ...agreement, confirmedAt: agreement.confirmedAt.toISOString() } : null,
    immediateActions,
    ...facts,
  };
}

function readHead(db: Queryable, actor: PersonActor, eventId: string): Promise<HeadRow[]> {
  return db.query<HeadRow>(sql`
    SELECT e.booking_id, e.created_at, b.notes, b.contact, l.address, l.city, l.country,
      CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('name', m.name, 'email', m.email) END AS manager
    FROM event_instance e
    JOIN booking b ON b.id = e.booking_id
    JOIN location l ON l.id = e.location_id
    LEFT JOIN person m ON m.id = e.manager_id
    WHERE e.id = ${eventId} AND (${actor.role === "admin"}::boolean
      OR (${actor.role === "manager"}::boolean AND e.manager_id = ${actor.id}))`);
}

function readAgreement(db: Queryable, eventId: string): Promise<AgreementRow[]> {
  return db.query<AgreementRow>(sql`
    SELECT c.status = 'confirmed' AND c.location_id = e.location_id AND c.starts_at = e.starts_at
        AND (v.confirmed OR v.fact_at < c.confirmed_at) IS NOT FALSE AS holds,
      c.contact_person AS "contactPerson", c.special_instructions AS "specialInstructions",
      c.access_details AS "accessDetails", c.confirmed_by AS "confirmedBy", c.confirmed_at AS "confirmedAt",
      c.revoked_reason AS "revokedReason"
    FROM location_confirmation c JOIN event_instance e ON e.id = c.event_id
    LEFT JOIN event_venue_standing v ON v.event_id = e.id
    WHERE c.event_id = ${eventId}`);
}

function readImmediateActions(db: Queryable, eventId: string): Promise<ImmediateAction[]> {
  return db.query<ImmediateAction>(sql`
    SELECT id AS "issueId", immediate_action AS text FROM event_issue
    WHERE event_id = ${eventId} AND immediate_action IS NOT NULL ORDER BY reported_at, id`);
}

/** One statement however many there are; "system" and those who are gone have no name. */
function readPeople(
  db: Queryable,
  eventId: string,
  actorIds: readonly string[],
): Promise<{ readonly id: string; readonly name: string }[]> {
  return db.query(sql`
    SELECT p.id, p.name FROM person p
    WHERE p.id::text IN (
      SELECT unnest(ARRAY[t.assigned_to::text, t.done_by]) FROM preparation_task t WHERE t.event_id = ${eventId}
      UNION SELECT unnest(ARRAY[i.reported_by, i.acknowledged_by, i.resolved_by]) FROM event_issue i
        WHERE i.event_id = ${eventId}
      UNION SELECT c.confirmed_by::text FROM location_confirmation c WHERE c.event_id = ${eventId}
      UNION SELECT unnest(${[...actorIds]}::text[]))
    ORDER BY p.id`);
}
