import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type VenueAbilities, venueAbilities } from "@/modules/locations/policy";
import { isAhead, isConfirmed, readable } from "./venue-scope";

export interface VenueEvent {
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null when nobody has it yet. */
  readonly managerName: string | null;
  readonly confirmed: boolean;
  /** Of the confirmation that holds now; null when none does. */
  readonly contactPerson: { readonly name: string; readonly phone: string; readonly email: string } | null;
  readonly specialInstructions: string | null;
  readonly accessDetails: string | null;
  readonly confirmedAt: string | null;
  readonly confirmedBy: string | null;
  /** Why the last confirmation was taken back; null unless it was. */
  readonly revokedReason: string | null;
  readonly can: VenueAbilities;
}

/** A problem with the place, at whatever event it was reported. */
export interface VenueIssue {
  readonly id: string;
  readonly eventId: string;
  readonly eventNumber: number;
  readonly issueType: string;
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly status: "reported" | "acknowledged" | "resolved";
  readonly description: string;
  readonly resolution: string | null;
  readonly reportedAt: string;
}

export interface VenueView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly country: string;
  readonly timeZone: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isArchived: boolean;
  /** The next hundred. */
  readonly events: readonly VenueEvent[];
  /** The latest fifty, open ones first. */
  readonly issues: readonly VenueIssue[];
}

interface VenueEventRow extends Omit<VenueEvent, "startsAt" | "endsAt" | "confirmedAt" | "can"> {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly confirmedAt: Date | null;
}

interface VenueIssueRow extends Omit<VenueIssue, "reportedAt"> {
  readonly reportedAt: Date;
}

const EVENTS_MAX = 100;
const ISSUES_MAX = 50;

/**
 * One venue with its coming events and what went wrong there. Throws `NOT_FOUND` alike for one that is missing and
 * one where the reader runs no event.
 */
export async function venueById(db: Queryable, actor: PersonActor, locationId: string): Promise<VenueView> {
  const [venue] = await db.query<Omit<VenueView, "events" | "issues">>(sql`
    SELECT l.id, l.name, l.address, l.city, l.country, l.time_zone AS "timeZone", l.latitude, l.longitude,
      l.archived_at IS NOT NULL AS "isArchived"
    FROM location l
    WHERE l.id = ${locationId} AND (${actor.role === "admin"}::boolean
      OR EXISTS (SELECT FROM event_instance e WHERE e.location_id = l.id AND ${readable(actor)}))`);
  if (!venue) throw notFound("venue");
  const [events, issues] = await Promise.all([
    readEvents(db, actor, locationId),
    readIssues(db, actor, locationId),
  ]);
  return {
    ...venue,
    events: events.map((event) => toEvent(event)),
    issues: issues.map((issue) => ({ ...issue, reportedAt: issue.reportedAt.toISOString() })),
  };
}

function readEvents(db: Queryable, actor: PersonActor, locationId: string): Promise<VenueEventRow[]> {
  return db.query<VenueEventRow>(sql`
    SELECT e.id AS "eventId", e.number, b.title, e.starts_at AS "startsAt", e.ends_at AS "endsAt",
      m.name AS "managerName", ${isConfirmed} IS TRUE AS confirmed,
      CASE WHEN ${isConfirmed} THEN c.contact_person END AS "contactPerson",
      CASE WHEN ${isConfirmed} THEN c.special_instructions END AS "specialInstructions",
      CASE WHEN ${isConfirmed} THEN c.access_details END AS "accessDetails",
      CASE WHEN ${isConfirmed} THEN c.confirmed_at END AS "confirmedAt",
      CASE WHEN ${isConfirmed} THEN p.name END AS "confirmedBy",
      c.revoked_reason AS "revokedReason"
    FROM event_instance e
    JOIN booking b ON b.id = e.booking_id
    LEFT JOIN person m ON m.id = e.manager_id
    LEFT JOIN location_confirmation c ON c.event_id = e.id
    LEFT JOIN person p ON p.id = c.confirmed_by
    WHERE e.location_id = ${locationId} AND ${isAhead} AND ${readable(actor)}
    ORDER BY e.starts_at, e.id LIMIT ${EVENTS_MAX}`);
}

function readIssues(db: Queryable, actor: PersonActor, locationId: string): Promise<VenueIssueRow[]> {
  return db.query<VenueIssueRow>(sql`
    SELECT i.id, e.id AS "eventId", e.number AS "eventNumber", i.issue_type AS "issueType", i.severity, i.status,
      i.description, i.resolution, i.reported_at AS "reportedAt"
    FROM event_instance e
    JOIN event_issue i ON i.event_id = e.id AND i.subject = 'location' AND i.location_id = e.location_id
    WHERE e.location_id = ${locationId} AND ${readable(actor)}
    ORDER BY i.status = 'resolved', i.reported_at DESC, i.id LIMIT ${ISSUES_MAX}`);
}

function toEvent({ startsAt, endsAt, confirmedAt, ...event }: VenueEventRow): VenueEvent {
  return {
    ...event,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    can: venueAbilities(event),
  };
}
