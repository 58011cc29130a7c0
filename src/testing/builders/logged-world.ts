import type { Actor } from "@/commands/actor";
import { actorId, actorRole } from "@/commands/actor";
import { newId } from "@/commands/new-id";
import type { Database, Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Fact } from "@/domain-events/catalog/fact";
import { appendEvents } from "@/domain-events/log/append";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  otherClientId,
  testId,
} from "./actors";
import { bookingId, kitTemplateId, venues } from "./bookings";

/** Rows to hang facts on: two clients with a booking each, people of every role, events with and without the manager. */
export const otherBookingId = testId(3, 2);
export const managedEventId = testId(7, 1);
export const otherEventId = testId(7, 2);

const PEOPLE = [
  { actor: admin, name: "Ada Brook" },
  { actor: otherAdmin, name: "Ben Cole" },
  { actor: manager, name: "Mina Okafor" },
  { actor: agent, name: "Bo Lind" },
  { actor: clientPerson, name: "Cleo Park" },
  { actor: foreignClientPerson, name: "Finn Gray" },
];

export async function insertLoggedWorld(db: Queryable): Promise<void> {
  for (const [id, name] of [
    [clientId, "Green Tea Ltd"],
    [otherClientId, "Other Brand Inc"],
  ] as const) {
    await db.execute(sql`INSERT INTO client (id, name) VALUES (${id}, ${name})`);
  }
  for (const { actor, name } of PEOPLE) {
    await db.execute(sql`
      INSERT INTO person (id, name, email, role, client_id)
      VALUES (${actor.id}, ${name}, ${`${actor.id}@muster.example`}, ${actor.role}, ${actor.clientId})`);
  }
  const { id, name, timeZone } = venues.park;
  await db.execute(sql`INSERT INTO location (id, name, time_zone) VALUES (${id}, ${name}, ${timeZone})`);
  await db.execute(sql`INSERT INTO kit_template (id, name) VALUES (${kitTemplateId}, 'Tea kit')`);
  await insertBooking(db, bookingId, clientId, clientPerson.id);
  await insertBooking(db, otherBookingId, otherClientId, foreignClientPerson.id);
  await insertEvent(db, managedEventId, "2026-12-05T15:00:00Z", manager.id);
  await insertEvent(db, otherEventId, "2026-12-12T15:00:00Z", null);
}

async function insertBooking(db: Queryable, id: string, client: string, createdBy: string): Promise<void> {
  await db.execute(sql`
    INSERT INTO booking (id, client_id, title, status, time_zone, plan, created_by, created_at, waiting_for,
      waiting_since, updated_at)
    VALUES (${id}, ${client}, 'Autumn sampling tour', 'submitted', 'America/New_York', '{"activities": []}',
      ${createdBy}, now(), 'agency', now(), now())`);
}

async function insertEvent(
  db: Queryable,
  id: string,
  startsAt: string,
  managerId: string | null,
): Promise<void> {
  await db.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, local_start, starts_at, ends_at,
      booked_start, booked_end, time_zone, location_id, manager_id, created_at, updated_at)
    VALUES (${id}, ${bookingId}, ${clientId}, 'assigned', '2026-12-05T10:00',
      ${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '2 hours',
      ${startsAt}::timestamptz, ${startsAt}::timestamptz + interval '2 hours', 'America/New_York',
      ${venues.park.id}, ${managerId}, now(), now())`);
}

/** Appends one fact as a person or the system would, and resolves to its id. */
export async function recordFact(
  database: Database,
  fact: Fact,
  { actor = admin, correlationId = bookingId }: { actor?: Actor; correlationId?: string } = {},
): Promise<string> {
  const id = newId();
  const metadata = { ...fact.metadata, userId: actorId(actor), actorRole: actorRole(actor) };
  await database.transaction((tx) =>
    appendEvents(tx, [{ id, fact, correlationId, source: "tests.record", metadata, depth: 0 }]),
  );
  return id;
}
