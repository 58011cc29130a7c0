import { runCommand } from "@/commands/run-command";
import type { Actor } from "@/commands/actor";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type Dispatcher, startDispatcher } from "@/domain-events/dispatch/dispatcher";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { buildHandlers } from "@/handlers/registry";
import type { BookingCommand } from "@/modules/bookings/commands";
import { createInput, type Plan, planSchema, submitInput } from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import {
  admin,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  otherAdmin,
  otherClientId,
} from "./builders/actors";
import { kitTemplateId, planOf, venues } from "./builders/bookings";
import { createTestDatabase } from "./database";

/** So many heads of one role. */
type AskedRole = Plan["activities"][number]["roles"][number];
/** So many kits of one kind. */
interface AskedKit {
  readonly kitTemplateId: string;
  readonly quantity: number;
}

/** A migrated database with the people and venues of the builders, and a dispatcher with the real handlers. */
export interface HandledWorld {
  readonly database: Database;
  readonly dispatcher: Dispatcher;
  /** Runs a booking command and waits until everything that follows has happened. */
  book(actor: Actor, command: BookingCommand): Promise<{ bookingId: string; version: number }>;
  /** A submitted booking of the client's at the park, with two hours on each of these local starts. */
  submitted(
    localStarts: readonly string[],
    by?: typeof clientPerson,
    /** Nobody is asked for, and no kit, unless said so. */
    roles?: readonly AskedRole[],
    kits?: readonly AskedKit[],
  ): Promise<{ bookingId: string; version: number }>;
  /** The starts of a booking's dates as payloads spell them, by start. */
  dates(bookingId: string): Promise<readonly string[]>;
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function createHandledWorld(options: { readonly mail: boolean }): Promise<HandledWorld> {
  const testDatabase = await createTestDatabase();
  const database = createDatabase({ url: testDatabase.url, max: 10, applicationName: "handled world" });
  await syncSubscriptions(database);
  await insertDirectory(database);
  const dispatcher = startDispatcher({ database, handlers: buildHandlers(options), listenUrl: null });
  const settled = () => allDeliveriesSettled(database);

  async function book(actor: Actor, command: BookingCommand) {
    const { result } = await runCommand(database, bookings, command, { actor });
    if (!result) throw new Error("the command made no booking");
    await settled();
    return present(result.bookingId);
  }

  async function present(bookingId: string) {
    const [row] = await database.query<{ version: number }>(sql`
      SELECT version FROM booking WHERE id = ${bookingId}`);
    if (!row) throw new Error("no such booking");
    return { bookingId, version: row.version };
  }

  async function submitted(
    localStarts: readonly string[],
    by = clientPerson,
    roles: readonly AskedRole[] = [],
    kits: readonly AskedKit[] = [],
  ) {
    const input = createInput.parse({
      title: "Autumn tour",
      locationIds: [venues.park.id],
      schedule: {
        kind: "dates",
        dates: localStarts.map((localStart) => ({ localStart, durationMinutes: 120 })),
      },
      plan: planSchema.parse({
        activities: planOf({ roles: [...roles] }).activities.map((part) => ({ ...part, kits })),
      }),
      contact: null,
      notes: "",
    });
    const draft = await book(by, { type: "create", ...input });
    return book(by, { type: "submit", ...submitInput.parse(draft) });
  }

  async function dates(bookingId: string) {
    const rows = await database.query<{ starts_at: Date }>(sql`
      SELECT starts_at FROM booking_date WHERE booking_id = ${bookingId} ORDER BY starts_at`);
    return rows.map((row) => row.starts_at.toISOString());
  }

  async function close() {
    await dispatcher.stop();
    await database.close();
    await testDatabase.drop();
  }

  return { database, dispatcher, book, submitted, dates, settled, close };
}

async function insertDirectory(db: Database): Promise<void> {
  await db.execute(sql`
    INSERT INTO client (id, name) VALUES (${clientId}, 'Acme Drinks'), (${otherClientId}, 'Other Foods')`);
  const people = [
    { ...admin, name: "Ana Admin" },
    { ...otherAdmin, name: "Otto Admin" },
    { ...manager, name: "Mia Manager" },
    { ...clientPerson, name: "Ada Client" },
    { ...foreignClientPerson, name: "Fay Foreign" },
  ].map((person) => ({ ...person, email: `${person.id}@people.example` }));
  await db.execute(sql`
    INSERT INTO person (id, name, email, role, client_id)
    SELECT p.id, p.name, p.email, p.role, p."clientId"
    FROM jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
      AS p (id uuid, name text, email text, role text, "clientId" uuid)`);
  await db.execute(sql`
    INSERT INTO location (id, name, time_zone)
    SELECT l.id, l.name, l."timeZone"
    FROM jsonb_to_recordset(${JSON.stringify(Object.values(venues))}::jsonb) AS l (id uuid, name text, "timeZone" text)`);
  await db.execute(sql`INSERT INTO kit_template (id, name) VALUES (${kitTemplateId}, 'Tea kit')`);
}
