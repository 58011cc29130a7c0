import "server-only";
import type { PersonActor } from "@/commands/actor";
import { sql } from "@/db/sql";
import { windowsOverlap } from "@/values/time-window";
import type { EventActs } from "./event-acts";
import { complete } from "./event-stages";
import { pastOutcomes } from "./events";
import { pick, type World } from "./world";

interface EventRow {
  readonly id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly time_zone: string;
  readonly is_past: boolean;
  readonly days_ahead: number;
  readonly place: number;
}

/** Which manager of the demo is at home in which zones. */
const HOME: readonly (readonly [prefix: RegExp, manager: number])[] = [
  [/^America\//, 0],
  [/^Europe\/(London|Lisbon)/, 2],
  [/^Europe\//, 1],
  [/^Asia\//, 3],
  [/^Australia\//, 4],
];

/** The events of the demo's bookings: past ones took place, coming ones are in hand the further the nearer they are. */
export async function playPastAndComing(world: World, acts: EventActs): Promise<void> {
  const rows = await world.database.query<EventRow>(sql`
    SELECT id, starts_at, ends_at, time_zone, ends_at < now() AS is_past,
      extract(day FROM starts_at - now())::integer AS days_ahead, (row_number() OVER (ORDER BY starts_at))::integer AS place
    FROM event_instance
    WHERE manager_id IS NULL AND status = 'scheduled' AND hold_reason IS NULL AND starts_at < now() + interval '21 days'
      AND booking_id NOT IN (SELECT id FROM booking WHERE import_key LIKE 'demo-event-%')
    ORDER BY starts_at`);
  const diary = await readDiary(world);
  const taken = rows.flatMap((row) => {
    const manager = freeManager(world, diary, row);
    // Every seventh of the coming ones still waits for somebody.
    if (!manager || (!row.is_past && row.place % 7 === 0)) return [];
    diary.push({ managerId: manager.id, ...windowOf(row) });
    return [{ row, manager }];
  });
  await Promise.all(
    taken.map(async ({ row, manager }) => {
      await acts.assign(row.id, manager);
      await (row.is_past ? takePlace(acts, row, manager) : bringOn(acts, row, manager));
    }),
  );
}

interface Entry {
  readonly managerId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

async function readDiary({ database }: World): Promise<Entry[]> {
  const rows = await database.query<{ manager_id: string; starts_at: Date; ends_at: Date }>(sql`
    SELECT manager_id, starts_at, ends_at FROM event_instance WHERE manager_id IS NOT NULL`);
  return rows.map((row) => ({ managerId: row.manager_id, ...windowOf(row) }));
}

function windowOf({ starts_at, ends_at }: Pick<EventRow, "starts_at" | "ends_at">) {
  return { startsAt: starts_at.toISOString(), endsAt: ends_at.toISOString() };
}

/** The one at home there, else anybody who has nothing else at that time. */
function freeManager({ managers }: World, diary: readonly Entry[], row: EventRow): PersonActor | undefined {
  const home = HOME.find(([prefix]) => prefix.test(row.time_zone))?.[1] ?? 0;
  const inOrder = managers.map((_, index) => pick(managers, home + index));
  return inOrder.find(({ id }) =>
    diary.every((entry) => entry.managerId !== id || !windowsOverlap(entry, windowOf(row))),
  );
}

async function takePlace(acts: EventActs, { id, place }: EventRow, manager: PersonActor): Promise<void> {
  const override = { reason: "Recorded after the fact." };
  await acts.run({ type: "start", ...(await acts.seen(id)), override }, manager);
  await complete(
    acts,
    { eventId: id, manager },
    { lateMinutes: (place % 3) * 5, outcomes: pick(pastOutcomes, place) },
  );
}

async function bringOn(
  acts: EventActs,
  { id, days_ahead, place }: EventRow,
  manager: PersonActor,
): Promise<void> {
  if (days_ahead > 10) return;
  await acts.prepare(id, manager);
  if (days_ahead > 6) return;
  await acts.tick(id, manager, place % 3 === 0 ? 1 : 0);
  if (place % 4 !== 0) await acts.confirmVenue(id, manager);
}
