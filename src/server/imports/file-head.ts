import "server-only";
import type { Database } from "@/db/database";
import { guessMapping, type ImportField } from "@/modules/bookings/import/mapping";
import { planImport } from "@/modules/bookings/import/plan-import";
import type { ImportProblem } from "@/modules/bookings/import/problems";
import { readCsv } from "@/modules/bookings/import/read-csv";
import { countFileRows } from "./count-file-rows";
import { readImportFile } from "./files";
import { zonesOfVenues } from "./lookups";
import { oneAtATime } from "./one-at-a-time";

const rowsShown = 5;
const cellLengthShown = 120;

/** What a person needs to say which column means what. */
export interface ImportFileHead {
  readonly fileId: string;
  readonly name: string;
  readonly headers: readonly string[];
  /** The first rows, long cells cut. */
  readonly rows: readonly (readonly string[])[];
  readonly rowCount: number;
  readonly guess: Partial<Record<ImportField, string>>;
  /** The zone of the venues that the directory knows by these names; null when they do not agree on one. */
  readonly timeZone: string | null;
  /** Why nothing of the file can be read; its other fields are empty then. */
  readonly problem: ImportProblem | null;
}

/** The head of a person's own file, with what its headers suggest. */
export function readFileHead(
  database: Database,
  file: { readonly fileId: string; readonly personId: string },
): Promise<ImportFileHead> {
  return oneAtATime(file.personId, async () => {
    const { name, bytes } = await readImportFile(database, file);
    const head = { fileId: file.fileId, name, headers: [], rows: [], rowCount: 0, guess: {}, timeZone: null };
    const csv = readCsv(bytes);
    if (!csv.ok) return { ...head, problem: csv.problem };
    const { headers, rows } = csv;
    const guess = guessMapping(headers);
    return {
      ...head,
      headers,
      rows: rows.slice(0, rowsShown).map((row) => row.cells.map((cell) => cell.slice(0, cellLengthShown))),
      rowCount: countFileRows(rows, csv.problems),
      guess,
      timeZone: await guessTimeZone(database, csv, guess),
      problem: null,
    };
  });
}

/** The one zone of all venues that the directory knows by the names in the file; null otherwise. */
export async function guessTimeZone(
  database: Database,
  file: Parameters<typeof planImport>[0],
  columns: { readonly [Field in ImportField]?: string | undefined },
): Promise<string | null> {
  const { externalId, title, start, end, venue } = columns;
  if (!externalId || !title || !start || !end || !venue) return null;
  // Only the names of the venues are used, and they do not depend on a zone.
  const { groups } = planImport(file, {
    columns: { ...columns, externalId, title, start, end, venue },
    timeZone: "UTC",
    dateOrder: "mdy",
  });
  const zones = await zonesOfVenues(database, [...new Set(groups.flatMap((group) => group.venues))]);
  return zones.length === 1 ? (zones[0] ?? null) : null;
}
