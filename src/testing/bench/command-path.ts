import { newId } from "@/commands/new-id";
import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { bookings } from "@/modules/bookings/module";
import { idSchema } from "@/values/ids";
import type { EngineUnderTest } from "./engine-under-test";

/**
 * The whole way of a command, from policy to commit: a client's new draft, with its date, venue, revision and fact.
 * It writes more rows than the floor does, so its ratio is on the careful side. It appends only.
 */
export function commandPath(url: string, writers: number): EngineUnderTest {
  const database = createDatabase({ url, max: writers, applicationName: "bench-command" });
  let place: Promise<Place> | undefined;
  return {
    name: "command",
    about: "bookings.create through runCommand",
    async append() {
      place ??= makePlace(database);
      const { clientId, locationId } = await place;
      await runCommand(
        database,
        bookings,
        {
          type: "create",
          title: "Summer sampling tour",
          locationIds: [locationId],
          schedule: { kind: "dates", dates: [{ localStart: "2027-06-10T09:00", durationMinutes: 240 }] },
          plan: { activities: [] },
          contact: null,
          notes: "",
        },
        { actor: { kind: "person", id: newId(), role: "client", clientId } },
      );
    },
    start: () => Promise.reject(new Error("the command path is measured for its appends only")),
    stop: () => Promise.resolve(),
    open: () => Promise.resolve(0),
    verify: () => Promise.resolve({ missing: 0, twice: 0 }),
    close: () => database.close(),
  };
}

interface Place {
  readonly clientId: string;
  readonly locationId: ReturnType<typeof idSchema.parse>;
}

async function makePlace(database: Database): Promise<Place> {
  const place = { clientId: newId(), locationId: idSchema.parse(newId()) };
  await database.execute(sql`INSERT INTO client (id, name) VALUES (${place.clientId}, 'Bench')`);
  await database.execute(sql`
    INSERT INTO location (id, name, time_zone) VALUES (${place.locationId}, 'Bench', 'America/New_York')`);
  return place;
}
