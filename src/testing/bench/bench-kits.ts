import { createDatabase, type Database } from "@/db/database";
import { availabilityInput, kitBoardInput, preparationInput } from "@/modules/kits/inputs/boards";
import { kitAvailability } from "@/modules/kits/queries/availability";
import { kitBoard } from "@/modules/kits/queries/kit-board";
import { preparationList } from "@/modules/kits/queries/preparation";
import { kitShortages } from "@/modules/kits/queries/shortages";
import { countStatements } from "@/testing/count-statements";
import type { BenchServer } from "./fresh-database";
import { fillKits } from "./kits-fill";
import { compareRead, type Read } from "./log-reads";

export interface BenchKitsOptions {
  readonly server: BenchServer;
  /** Kits in the small and in the large warehouse, each with ten needs in the next 90 days. */
  readonly small: number;
  readonly large: number;
  readonly rounds: number;
  print(line: object): void;
}

/** Times that availability may take of what it takes in the small warehouse (issue, Speed). */
const RATIO_MAX = 2;
const DAY_MS = 86_400_000;

interface Board {
  readonly read: Read;
  /** Availability is held to the target; what lists all there is is only told, and held to its statements. */
  readonly isHeld: boolean;
}

/** The boards of a large warehouse against a small one in the same run, one JSON line each; false when one misses. */
export async function benchKits(options: BenchKitsOptions): Promise<boolean> {
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
  } finally {
    await Promise.all([small.drop(), large.drop()]);
  }
  return isMet;
}

async function filled({ server }: BenchKitsOptions, kits: number) {
  const { url, drop } = await server.freshDatabase();
  const database = createDatabase({ url, max: 4, applicationName: "bench-kits" });
  await fillKits(database, { kits });
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
  const inDays = (days: number) => new Date(Date.parse(now) + days * DAY_MS).toISOString();
  const availability = availabilityInput.parse({ from: now });
  const twoWeeks = kitBoardInput.parse({ from: now, to: inDays(14) });
  const oneDay = preparationInput.parse({ from: now, to: inDays(1) });
  return new Map<string, Board>([
    [
      "availability of every kind over 90 days",
      { read: async () => (await kitAvailability(database, availability)).templates.length, isHeld: true },
    ],
    [
      "kit board, two weeks",
      { read: async () => (await kitBoard(database, twoWeeks)).kits.length, isHeld: false },
    ],
    ["shortages", { read: async () => (await kitShortages(database, {})).items.length, isHeld: false }],
    [
      "packing list of a day",
      { read: async () => (await preparationList(database, oneDay)).items.length, isHeld: false },
    ],
  ]);
}
