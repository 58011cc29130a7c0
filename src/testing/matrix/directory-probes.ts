import { sql } from "@/db/sql";
import { clientId, otherClientId } from "@/testing/builders/actors";
import { kitTemplateId, venues } from "@/testing/builders/bookings";
import { people } from "./actors";
import { kitRecordProbes } from "./kit-record-probes";
import { missingId, type Probe, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

export async function directoryProbes(world: MatrixWorld): Promise<ProbesOf<`directory.${string}`>> {
  const db = world.staged.database;
  const list = async (table: ReturnType<typeof sql>): Promise<Probe> => ({
    kind: "list",
    input: { includeArchived: true },
    ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
    all: (await db.query<{ id: string }>(table)).map(({ id }) => id),
    own: {},
  });
  const record = (recordId: string, more: object = {}): Probe => ({
    kind: "record",
    targets: [{ name: "a record", input: { recordId, ...more }, owners: [] }],
    missing: { recordId: missingId, ...more },
  });
  const create = (fields: object): Probe => ({ kind: "free", input: { fields } });
  const { id: venueId, timeZone } = venues.square;
  const person = { name: "Nia New", email: "nia@people.example", role: "agent" };
  return {
    "directory.choices": {
      kind: "list",
      input: {},
      ids: (choices: { clients: readonly { id: string }[] }) => choices.clients.map(({ id }) => id),
      all: [clientId, otherClientId],
      // A client's person is never asked for whom.
      own: {},
    },
    "directory.clients.list": await list(sql`SELECT id FROM client`),
    "directory.clients.byId": record(clientId),
    "directory.clients.create": create({ name: "A new client" }),
    "directory.clients.update": record(clientId, { version: 1, fields: { name: "Renamed" } }),
    "directory.clients.archive": record(clientId, { version: 1 }),
    "directory.clients.restore": record(clientId, { version: 1 }),
    "directory.locations.list": await list(sql`SELECT id FROM location`),
    "directory.locations.byId": record(venueId),
    "directory.locations.create": create({ name: "A new venue", timeZone }),
    "directory.locations.update": record(venueId, { version: 1, fields: { name: "Renamed", timeZone } }),
    "directory.locations.archive": record(venueId, { version: 1 }),
    "directory.locations.restore": record(venueId, { version: 1 }),
    "directory.people.list": await list(sql`SELECT id FROM person`),
    "directory.people.byId": record(people.agent.id),
    "directory.people.create": create(person),
    "directory.people.update": record(people.agent.id, { version: 1, fields: person }),
    "directory.people.archive": record(people.agent.id, { version: 1 }),
    "directory.people.restore": record(people.agent.id, { version: 1 }),
    "directory.people.staff": await list(sql`SELECT id FROM person WHERE role = 'agent'`),
    "directory.people.profile": record(people.agent.id),
    "directory.people.setProfile": record(people.agent.id, { version: 0, profile: {} }),
    "directory.people.setPreference": record(people.agent.id, { clientId, preference: "preferred" }),
    "directory.people.invite": record(people.agent.id),
    "directory.people.endSessions": record(people.agent.id),
    "directory.kitTemplates.list": await list(sql`SELECT id FROM kit_template`),
    "directory.kitTemplates.byId": record(kitTemplateId),
    "directory.kitTemplates.create": create({ name: "A new kit" }),
    "directory.kitTemplates.update": record(kitTemplateId, { version: 1, fields: { name: "Renamed" } }),
    "directory.kitTemplates.archive": record(kitTemplateId, { version: 1 }),
    "directory.kitTemplates.restore": record(kitTemplateId, { version: 1 }),
    ...kitRecordProbes(),
  };
}
