import "server-only";
import type { Queryable } from "@/db/database";
import { processWide } from "@/db/process-wide";
import { sql } from "@/db/sql";
import type { TailFact } from "@/domain-events/log/tail-rows";
import { CLIENT_FACTS } from "@/modules/bookings/queries/timeline-audience";
import { isUuid } from "@/values/ids";
import type { LiveReader } from "./standing";

const clientFacts: ReadonlySet<string> = new Set(CLIENT_FACTS);

/** The facts of a batch that this reader may know of, asked for each batch anew (S-8); one statement at most. */
export async function visibleTo(
  db: Queryable,
  reader: LiveReader,
  facts: readonly TailFact[],
): Promise<readonly TailFact[]> {
  switch (reader.role) {
    case "admin":
      return facts;
    case "client":
      return ofOwnClient(db, reader.clientId, facts);
    case "manager":
      return ofOwnEvents(db, reader.personId, facts);
    case "agent":
      return [];
    default:
      return neverRole(reader.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

const REMEMBERED_MAX = 10_000;

/** The client of a booking, which never changes. */
function clientOfBooking(): Map<string, string> {
  return processWide("live-clients", () => new Map<string, string>());
}

async function ofOwnClient(
  db: Queryable,
  clientId: string | null,
  facts: readonly TailFact[],
): Promise<readonly TailFact[]> {
  const candidates = facts.filter(({ type }) => clientFacts.has(type));
  const known = clientOfBooking();
  const unknown = new Set(candidates.map(bookingOf).filter((id) => isUuid(id) && !known.has(id)));
  if (unknown.size > 0) {
    if (known.size + unknown.size > REMEMBERED_MAX) known.clear();
    const rows = await db.query<{ id: string; client_id: string }>(sql`
      SELECT id, client_id FROM booking WHERE id = ANY (${[...unknown]}::uuid[])`);
    for (const row of rows) known.set(row.id, row.client_id);
  }
  return candidates.filter((fact) => clientId !== null && known.get(bookingOf(fact)) === clientId);
}

function bookingOf({ correlationId }: TailFact): string {
  return correlationId;
}

/** Facts that name one of the manager's events, and the booking's own facts where one of its events is theirs. */
async function ofOwnEvents(
  db: Queryable,
  managerId: string,
  facts: readonly TailFact[],
): Promise<readonly TailFact[]> {
  const eventIds = facts.flatMap(eventsOf);
  const bookingIds = facts.map(bookingOf).filter(isUuid);
  if (eventIds.length + bookingIds.length === 0) return [];
  const rows = await db.query<{ id: string; booking_id: string }>(sql`
    SELECT id, booking_id FROM event_instance
    WHERE manager_id = ${managerId}::uuid
      AND (id = ANY (${eventIds}::uuid[]) OR booking_id = ANY (${bookingIds}::uuid[]))`);
  const ownEvents = new Set(rows.map(({ id }) => id));
  const ownBookings = new Set(rows.map((row) => row.booking_id));
  return facts.filter((fact) =>
    fact.type.startsWith("BOOKING_")
      ? ownBookings.has(bookingOf(fact))
      : eventsOf(fact).some((id) => ownEvents.has(id)),
  );
}

const EVENT_PREFIX = "event:";

function eventsOf({ entityIds }: TailFact): readonly string[] {
  return entityIds
    .filter((entity) => entity.startsWith(EVENT_PREFIX))
    .map((entity) => entity.slice(EVENT_PREFIX.length))
    .filter(isUuid);
}
