import "server-only";
import type { PersonActor } from "@/commands/actor";
import { invalid } from "@/commands/errors";
import type { Database } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import { describeRead } from "@/domain-events/catalog/describe";
import type {
  DescribeContext,
  DescriptionIcon,
  DescriptionTone,
} from "@/domain-events/catalog/describe-parts";
import { checkPayload } from "@/domain-events/catalog/catalog";
import { readStored } from "@/domain-events/catalog/upcast";
import { visibleBooking } from "./detail";
import { recordNames } from "./record-names";
import { type ExpiredEntries, expiredEntries } from "./timeline-expired";
import { actorFor, CLIENT_FACTS, detailsFor } from "./timeline-audience";

/** One entry of a booking's history in words that its reader may see. */
export interface BookingTimelineEntry {
  /** The fact's id. */
  readonly id: string;
  /** Its place for paging, a whole number as text. */
  readonly position: string;
  /** When it was recorded, ISO 8601 UTC. */
  readonly at: string;
  /** A display name, "Muster" for the system, or a party: "The agency". */
  readonly actor: string;
  /** Follows the actor: "approved 2 dates". */
  readonly title: string;
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** The fact's category. */
  readonly kind: string;
  readonly tone: DescriptionTone;
  readonly icon: DescriptionIcon;
  /** True for what no person did. */
  readonly systemStep: boolean;
}

export interface BookingTimeline {
  /** Newest first. */
  readonly entries: readonly BookingTimelineEntry[];
  /** Hand it in as `before` for older entries; null when there are none. */
  readonly nextBefore: string | null;
  /** What is no longer in the log, newest first; the same on every page. */
  readonly expired: readonly ExpiredEntries[];
}

export interface TimelineWish {
  readonly bookingId: string;
  readonly eventId?: string | undefined;
  /** `nextBefore` of the page before. */
  readonly before?: string | undefined;
}

interface FactRow {
  readonly id: string;
  readonly position: string;
  readonly type: string;
  readonly category: string;
  readonly timestamp: Date;
  readonly correlation_id: string;
  readonly source: string;
  readonly payload: unknown;
  readonly metadata: unknown;
  readonly schema_version: number;
  readonly actor_id: string | null;
  readonly actor_role: string | null;
  readonly entity_ids: readonly string[];
  readonly read_at: Date;
}

const PAGE = 50;
const POSITION = /^\d{1,18}$/;

/**
 * What happened to a booking and to all that hangs on it, newest first, in words the reader may see; with an event,
 * only what names it. A fact that this release cannot read is noted as such. Throws `NOT_FOUND` for a missing and
 * for an invisible booking.
 */
export async function bookingTimeline(
  db: Database,
  reader: PersonActor,
  { bookingId, eventId, before }: TimelineWish,
): Promise<BookingTimeline> {
  if (before !== undefined && !POSITION.test(before)) {
    throw invalid("This page of the history is not known. Start from the newest entry.");
  }
  const booking = await visibleBooking(db, reader, bookingId);
  const [rows, expired] = await Promise.all([
    readFacts(db, { booking, reader, eventId, before }),
    // Which event they were about is gone with them.
    eventId === undefined ? expiredEntries(db, booking.id, expiredFor(reader)) : [],
  ]);
  const page = rows.slice(0, PAGE);
  const names = await recordNames(db, page.flatMap(referencesOf));
  return {
    entries: page.map((row) => toEntry(row, reader, { names, timeZone: booking.timeZone })),
    nextBefore: rows.length > PAGE ? (page.at(-1)?.position ?? null) : null,
    expired,
  };
}

function readFacts(
  db: Database,
  given: {
    readonly booking: { readonly id: string };
    readonly reader: PersonActor;
    readonly eventId: string | undefined;
    readonly before: string | undefined;
  },
): Promise<FactRow[]> {
  const { booking, reader, eventId, before } = given;
  const ofEvent = eventId === undefined ? sql`true` : sql`entity_ids @> ARRAY[${`event:${eventId}`}]::text[]`;
  return db.query<FactRow>(sql`
    SELECT id, position, type, category, "timestamp", correlation_id, source, payload, metadata, schema_version,
      actor_id, metadata ->> 'actorRole' AS actor_role, entity_ids, now() AS read_at
    FROM event_log l
    WHERE correlation_id = ${booking.id} AND ${visibleFacts(reader, booking.id)} AND ${ofEvent}
      AND (${before ?? null}::bigint IS NULL OR position < ${before ?? null}::bigint)
    ORDER BY position DESC LIMIT ${PAGE + 1}`);
}

/** Which facts of a visible booking the reader may know of; a manager those of their own events. */
function visibleFacts(reader: PersonActor, bookingId: string): Sql {
  switch (reader.role) {
    case "admin":
      return sql`true`;
    case "client":
      return sql`type = ANY (${CLIENT_FACTS}::text[])`;
    case "manager":
      return sql`(category = 'booking' OR type = 'EVENT_INSTANCES_GENERATED' OR entity_ids && ARRAY(
        SELECT 'event:' || e.id FROM event_instance e
        WHERE e.booking_id = ${bookingId}::uuid AND e.manager_id = ${reader.id}::uuid))`;
    case "agent":
      return sql`false`;
    default:
      return neverRole(reader.role);
  }
}

/** The same for what has expired, where only correlation, category and type are left. */
function expiredFor(reader: PersonActor): { readonly counted: Sql; readonly known?: Sql } {
  switch (reader.role) {
    case "admin":
      return { counted: sql`true` };
    case "client":
      return { counted: sql`type = ANY (${CLIENT_FACTS}::text[])` };
    case "manager":
      // Which events the others were about is gone with them, so their number is nobody's to know.
      return {
        counted: sql`(category = 'booking' OR type = 'EVENT_INSTANCES_GENERATED')`,
        known: sql`category IN ('event', 'activity', 'staff', 'kit', 'location')`,
      };
    case "agent":
      return { counted: sql`false` };
    default:
      return neverRole(reader.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

function referencesOf(row: FactRow): readonly string[] {
  const actor = row.actor_id === null ? [] : [`user:${row.actor_id}`];
  return [...row.entity_ids, ...actor, ...suggestedVenues(row)];
}

/** A change request may suggest a venue by its id, in a field that holds any text. */
function suggestedVenues({ type, payload }: FactRow): string[] {
  if (type !== "BOOKING_CHANGES_REQUESTED") return [];
  const changes = checkPayload(type, payload);
  if (!changes.ok) return [];
  return changes.payload.changes.flatMap(({ suggestedValue }) =>
    suggestedValue === undefined ? [] : [`location:${suggestedValue}`],
  );
}

function toEntry(
  row: FactRow,
  reader: PersonActor,
  known: Pick<DescribeContext, "names" | "timeZone">,
): BookingTimelineEntry {
  const read = readStored({
    id: row.id,
    type: row.type,
    version: row.schema_version,
    timestamp: row.timestamp.toISOString(),
    correlationId: row.correlation_id,
    source: row.source,
    payload: row.payload,
    metadata: row.metadata,
  });
  const description = describeRead(read, { ...known, now: row.read_at.toISOString() });
  const isSystem = row.actor_id === null || row.actor_id === "system";
  const name = row.actor_id === null ? undefined : known.names.get(row.actor_id);
  return {
    id: row.id,
    position: row.position,
    at: row.timestamp.toISOString(),
    actor: actorFor(reader.role, { id: row.actor_id, role: row.actor_role ?? undefined, name }),
    title: description.title,
    details: detailsFor(reader.role, description),
    kind: row.category,
    tone: description.tone,
    icon: description.icon,
    systemStep: isSystem,
  };
}
