import { csvRow } from "@/values/csv-cell";
import type { ImportProblem } from "./problems";
import type { CsvRow } from "./read-csv";

interface Refused {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly ImportProblem[];
  /** Row numbers of each group of which nothing is imported. */
  readonly refusedGroups: readonly (readonly number[])[];
}

/**
 * Row number to the sentences that keep it out: its own or, where it has none, those of its group, which are said
 * at one of its rows only. A row that could not be read at all is in it as well.
 */
export function refusedRows({
  problems,
  refusedGroups,
}: Pick<Refused, "problems" | "refusedGroups">): Map<number, string[]> {
  const reasons = new Map<number, string[]>();
  for (const problem of problems) {
    if (problem.severity === "error" && problem.row > 1) push(reasons, problem.row, problem.message);
  }
  const ofGroups = refusedGroups.flatMap((rows) => {
    const sentences = rows.flatMap((row) => reasons.get(row) ?? []);
    return rows.filter((row) => !reasons.has(row)).map((row) => [row, sentences] as const);
  });
  return new Map([...reasons, ...ofGroups].sort(([a], [b]) => a - b));
}

/** The refused rows as a file to correct and hand in again: their cells, the row number and the reasons. */
export function refusedCsv(refused: Refused): string {
  const cellsByRow = new Map(refused.rows.map((row) => [row.rowNumber, row.cells] as const));
  const blank = refused.headers.map(() => "");
  const lines = [...refusedRows(refused)].map(([row, reasons]) =>
    csvRow([...(cellsByRow.get(row) ?? blank), row, reasons.join(" ")]),
  );
  return csvRow([...refused.headers, "Row in the file", "Why it was left out"]) + lines.join("");
}

function push<Key>(map: Map<Key, string[]>, key: Key, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
