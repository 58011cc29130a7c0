import { createDatabase, type Database } from "@/db/database";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { rankCandidates } from "@/modules/staffing/queries/candidates";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { venues } from "@/testing/builders/bookings";
import { insertEventRows } from "@/testing/builders/event-rows";
import { insertAssignments, insertSlots, insertStaff } from "@/testing/builders/staff-rows";
import { countStatements } from "@/testing/count-statements";
import type { BenchServer } from "./fresh-database";
import { compareRead } from "./log-reads";

export interface BenchCandidatesOptions {
  readonly server: BenchServer;
  readonly small: number;
  readonly large: number;
  readonly rounds: number;
  print(line: object): void;
}

/** Times that the ranking may take of what it takes among the few (issue, Speed). */
const RATIO_MAX = 2;
const ROLES = ["Host", "Brand ambassador", "Driver"] as const;
const DAY_MS = 86_400_000;
const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));

/** Candidates for one slot among many people against few, in turns; false when it misses its target. */
export async function benchCandidates(options: BenchCandidatesOptions): Promise<boolean> {
  const { rounds, print } = options;
  const small = await filled(options, options.small);
  const large = await filled(options, options.large);
  try {
    const figure = await compareRead(small.read, large.read, rounds);
    const statements = await countStatements(large.database, large.read);
    const ok = figure.ratio <= RATIO_MAX;
    print({ figure: "candidates for a slot", ...figure, statements, ok });
    return ok;
  } finally {
    await Promise.all([small.drop(), large.drop()]);
  }
}

async function filled({ server }: BenchCandidatesOptions, people: number) {
  const { url, drop } = await server.freshDatabase();
  const database = createDatabase({ url, max: 4, applicationName: "bench-candidates" });
  const slotId = await fillStaff(database, people);
  return {
    database,
    read: async () => (await rankCandidates(database, { slotId })).candidates.length,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** People spread over a city and its surroundings; a third does each role, each has worked ten shifts. */
export async function fillStaff(database: Database, people: number): Promise<string> {
  await insertDirectory(database);
  await database.execute(sql`
    UPDATE location SET latitude = 40.75, longitude = -73.98 WHERE id = ${venues.park.id}`);
  const staff = Array.from({ length: people }, (_, index) => ({
    id: newId(),
    name: `Agent ${index}`,
    roles: [ROLES[index % ROLES.length] ?? "Host"],
    weekly: always,
    home: [40.75 + ((index % 41) - 20) / 50, -73.98 + ((index % 37) - 18) / 50] as const,
    rate: 20 + (index % 10),
  }));
  await insertStaff(database, staff);
  const events = Array.from({ length: 12 }, (_, index) => ({
    id: newId(),
    startsAt: new Date(Date.now() + (index - 10) * 9 * DAY_MS).toISOString(),
    minutes: 240,
  }));
  await insertEventRows(database, events);
  const slots = events.flatMap(({ id }, event) =>
    staff.map((person) => ({ id: newId(), eventId: id, role: "Host", person, event })),
  );
  await insertSlots(database, slots);
  await insertAssignments(
    database,
    slots.flatMap(({ id, person, event }) =>
      event < 10 ? [{ id: newId(), slotId: id, userId: person.id, status: "checked_out" as const }] : [],
    ),
  );
  await database.execute(sql`ANALYZE`);
  const open = slots.at(-1);
  if (!open) throw new Error("nobody works here");
  return open.id;
}
