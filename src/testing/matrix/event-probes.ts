import { sql } from "@/db/sql";
import { clientId, otherClientId } from "@/testing/builders/actors";
import { idsOf, missingId, ownersA, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

export async function eventProbes(world: MatrixWorld): Promise<ProbesOf<`events.${string}`>> {
  const db = world.staged.database;
  const allEvents = await idsOf(db, sql`SELECT id FROM event_instance`);
  const ownEvents = {
    clientA: await idsOf(db, sql`SELECT id FROM event_instance WHERE client_id = ${clientId}`),
    clientB: await idsOf(db, sql`SELECT id FROM event_instance WHERE client_id = ${otherClientId}`),
    manager: [world.managedEventId],
  };
  return {
    "events.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: allEvents,
      own: ownEvents,
    },
    "events.calendar": {
      kind: "list",
      input: { from: "2035-06-01T00:00:00Z", to: "2035-08-01T00:00:00Z" },
      ids: (page: { events: readonly { id: string }[] }) => page.events.map(({ id }) => id),
      all: allEvents,
      own: ownEvents,
    },
    "events.byId": {
      kind: "record",
      targets: [
        { name: "managed", input: { eventId: world.managedEventId }, owners: ["clientA", "manager"] },
        { name: "not managed", input: { eventId: world.otherEventId }, owners: ownersA },
        { name: "foreign", input: { eventId: world.foreignEventId }, owners: ["clientB"] },
      ],
      missing: { eventId: missingId },
    },
  };
}
