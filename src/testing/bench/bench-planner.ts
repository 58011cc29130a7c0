import { monitorEventLoopDelay } from "node:perf_hooks";
import { createDatabase } from "@/db/database";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { planQueue, proposeRoster } from "@/server/planner/propose";
import { viewPlan } from "@/server/planner/view-plan";
import { venues } from "@/testing/builders/bookings";
import { insertDirectory } from "@/testing/builders/directory-rows";
import { insertEventRows } from "@/testing/builders/event-rows";
import { insertSlots, insertStaff } from "@/testing/builders/staff-rows";
import type { BenchServer } from "./fresh-database";

export interface BenchPlannerOptions {
  readonly server: BenchServer;
  readonly people: number;
  readonly slots: number;
  readonly seconds: number;
  print(line: object): void;
}

const GAP_MAX = 0.02;
const DELAY_MS_MAX = 50;
const DAY_MS = 86_400_000;
const ROLES = ["Host", "Brand ambassador", "Promoter", "Team lead"] as const;
/** A week of events planned whole, as the server does it; false when it misses a target. */
export async function benchPlanner(options: BenchPlannerOptions): Promise<boolean> {
  const { url, drop } = await options.server.freshDatabase();
  const database = createDatabase({ url, max: 4, applicationName: "bench-planner" });
  try {
    const week = nextWeek();
    const personId = newId();
    await database.execute(sql`
      INSERT INTO person (id, name, email, role) VALUES (${personId}, 'Ana', 'ana@people.example', 'admin')`);
    await fillWeek(database, options, week.startsAt);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const { planId } = await proposeRoster(database, { personId, ...week, seconds: options.seconds });
    await planQueue().idle();
    delay.disable();
    const plan = await viewPlan(database, personId, planId);
    const { slots, people, seconds, result } = plan?.progress ?? {};
    const eventLoopP99Ms = delay.percentile(99) / 1e6;
    const isProven = result?.gap !== null && result?.gap !== undefined && result.gap <= GAP_MAX;
    const ok = plan?.status === "ready" && isProven && eventLoopP99Ms <= DELAY_MS_MAX;
    options.print({
      figure: "roster of a week",
      slots,
      people,
      seconds,
      ...result,
      event_loop_p99_ms: eventLoopP99Ms,
      event_loop_max_ms: delay.max / 1e6,
      ok,
    });
    return ok;
  } finally {
    await database.close();
    await drop();
  }
}

function nextWeek() {
  const start = Math.ceil(Date.now() / DAY_MS) * DAY_MS + DAY_MS;
  return { startsAt: new Date(start).toISOString(), endsAt: new Date(start + 7 * DAY_MS).toISOString() };
}

/** Events of one to four slots at three hours of each day; people with one or two roles each. */
async function fillWeek(
  database: Parameters<typeof insertDirectory>[0],
  { people, slots }: BenchPlannerOptions,
  startsAt: string,
): Promise<void> {
  await insertDirectory(database);
  await database.execute(sql`
    UPDATE location SET latitude = 40.75, longitude = -73.98, country = 'Germany' WHERE id = ${venues.park.id}`);
  await insertStaff(
    database,
    Array.from({ length: people }, (_, index) => ({
      id: newId(),
      name: `Agent ${index}`,
      timeZone: "America/New_York",
      roles: [...new Set([index % 4, (index * 5 + 1) % 4])].map((place) => ROLES[place] ?? "Host"),
      weekly: [1 + (index % 7), 1 + ((index * 3 + 2) % 7)].map((weekday) => ({
        weekday,
        from: "00:00",
        to: "24:00",
      })),
      home: [40.75 + ((index % 41) - 20) / 50, -73.98 + ((index % 37) - 18) / 50] as const,
      rate: 20 + (index % 10),
    })),
  );
  const events = Array.from({ length: Math.ceil(slots / 3) }, (_, index) => ({
    id: newId(),
    startsAt: new Date(
      Date.parse(startsAt) + (index % 7) * DAY_MS + (13 + (index % 3) * 4) * 3_600_000,
    ).toISOString(),
    minutes: 300 + (index % 4) * 60,
  }));
  await insertEventRows(database, events);
  await insertSlots(
    database,
    Array.from({ length: slots }, (_, index) => ({
      id: newId(),
      eventId: events[Math.floor(index / 3)]?.id ?? "",
      role: ROLES[index % ROLES.length] ?? "Host",
    })),
  );
  await database.execute(sql`ANALYZE`);
}
