import { runCommand } from "@/commands/run-command";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { calendarInput } from "@/modules/event-instances/inputs";
import { deriveReadinessInput } from "@/modules/event-instances/inputs/life";
import { readinessInput } from "@/modules/event-instances/inputs/overviews";
import { eventLife } from "@/modules/event-instances/module";
import { eventCalendar } from "@/modules/event-instances/queries/event-calendar";
import { readRadar } from "@/modules/event-instances/queries/radar";
import { readinessMatrix } from "@/modules/event-instances/queries/readiness-matrix";
import { admin, system } from "@/testing/builders/actors";
import { countStatements } from "@/testing/count-statements";
import { fillBoards } from "./boards-fill";
import type { BenchServer } from "./fresh-database";
import { compareRead, type Read } from "./log-reads";

export interface BenchBoardsOptions {
  readonly server: BenchServer;
  /** Events ahead in the small and in the large agency. */
  readonly small: number;
  readonly large: number;
  /** Over which both are spread, so that the large one has so much more on each day. */
  readonly days: number;
  readonly rounds: number;
  print(line: object): void;
}

/** Times a board may take of what it takes in the small agency (issue, Speed). */
const RATIO_MAX = 1.5;
const DAY_MS = 86_400_000;
const PER_DAY = 4;

interface Board {
  readonly read: Read;
  /** What a screen shows first is held to the target; what draws all there is is only told. */
  readonly isHeld: boolean;
}

/** The boards of a large agency against a small one in the same run, one JSON line each; false when one misses. */
export async function benchBoards(options: BenchBoardsOptions): Promise<boolean> {
  const { rounds, print } = options;
  const small = await filled(options, options.small);
  const large = await filled(options, options.large);
  let isMet = true;
  try {
    const boardsOfSmall = boards(small.database);
    for (const [board, { read, isHeld }] of boards(large.database)) {
      const ofSmall = boardsOfSmall.get(board);
      if (!ofSmall) throw new Error(`no such board: ${board}`);
      const figure = await compareRead(ofSmall.read, read, rounds);
      const statements = await countStatements(large.database, read);
      const small_statements = await countStatements(small.database, ofSmall.read);
      const ok = statements === small_statements && (!isHeld || figure.ratio <= RATIO_MAX);
      isMet &&= ok;
      print({ figure: board, ...figure, statements, small_statements, held: isHeld, ok });
    }
    isMet = (await benchDerive(options, small.database, large.database)) && isMet;
  } finally {
    await Promise.all([small.drop(), large.drop()]);
  }
  return isMet;
}

async function filled({ server, days }: BenchBoardsOptions, events: number) {
  const { url, drop } = await server.freshDatabase();
  const database = createDatabase({ url, max: 4, applicationName: "bench-boards" });
  await fillBoards(database, { events, days });
  return {
    database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** By the names of the screens, each from this moment on. */
function boards(database: Database): ReadonlyMap<string, Board> {
  const now = new Date().toISOString();
  const in30Days = new Date(Date.parse(now) + 30 * DAY_MS).toISOString();
  const in7Days = new Date(Date.parse(now) + 7 * DAY_MS).toISOString();
  const matrix = (filter: object) => async () =>
    (await readinessMatrix(database, readinessInput.parse({ from: now, ...filter }))).items.length;
  const calendar = (to: string, more: object) => async () =>
    (await eventCalendar(database, admin, calendarInput.parse({ from: now, to, ...more }))).events.length;
  return new Map<string, Board>([
    ["readiness matrix", { read: matrix({}), isHeld: true }],
    ["readiness matrix, not ready", { read: matrix({ isUnready: true }), isHeld: true }],
    ["calendar month", { read: calendar(in30Days, { perDayMax: PER_DAY }), isHeld: true }],
    ["calendar week, all of it", { read: calendar(in7Days, {}), isHeld: false }],
    ["radar, all of it", { read: async () => (await readRadar(database)).items.length, isHeld: false }],
  ]);
}

/** Readiness lost and won again: how long one derivation takes, and how many events it touches. */
async function benchDerive(
  { rounds, print }: BenchBoardsOptions,
  small: Database,
  large: Database,
): Promise<boolean> {
  const touched = [await touchedByOne(small), await touchedByOne(large)];
  const figure = await compareRead(await derivation(small), await derivation(large), rounds);
  const ok = touched.every((events) => events === 1) && figure.ratio <= RATIO_MAX;
  print({ figure: "readiness derived again", ...figure, touched_events: touched[1], ok });
  return ok;
}

/** Events whose rows have changed after one was derived. */
async function touchedByOne(database: Database): Promise<number> {
  const versions = () =>
    database.query<{ id: string; version: number }>(sql`SELECT id, version FROM event_instance`);
  const before = new Map((await versions()).map(({ id, version }) => [id, version]));
  await (await derivation(database))();
  return (await versions()).filter(({ id, version }) => before.get(id) !== version).length;
}

/** Turns the venue's answer of one ready event round each time, and derives its readiness. */
async function derivation(database: Database): Promise<Read> {
  const [event] = await database.query<{ id: string }>(sql`
    SELECT id FROM event_instance WHERE status = 'ready' ORDER BY starts_at, id LIMIT 1`);
  if (!event) throw new Error("no event is ready");
  const { eventId } = deriveReadinessInput.parse({ eventId: event.id });
  return async () => {
    await database.execute(sql`
      UPDATE event_venue_standing SET confirmed = NOT confirmed WHERE event_id = ${eventId}`);
    const { eventIds } = await runCommand(
      database,
      eventLife,
      { type: "deriveReadiness", eventId },
      { actor: system },
    );
    return eventIds.length;
  };
}
