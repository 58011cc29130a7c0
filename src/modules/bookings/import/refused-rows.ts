import { csvRow } from "@/values/csv-cell";
import type { ImportColumns } from "./mapping";
import type { ImportProblem, ImportProblemCode } from "./problems";
import type { CsvRow } from "./read-csv";

/** Errors that leave out every row of the same external id, though they are said at one of them only. */
const ofWholeGroup: ReadonlySet<ImportProblemCode> = new Set(["too-many-dates", "group-refused"]);

interface Refused {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly columns: ImportColumns;
  readonly problems: readonly ImportProblem[];
  /** External ids of which nothing is imported. */
  readonly refusedIds: ReadonlySet<string>;
}

/** Row number to the sentences that keep it out. A row that could not be read at all is in it as well. */
export function refusedRows({
  headers,
  rows,
  columns,
  problems,
  refusedIds,
}: Refused): Map<number, string[]> {
  const reasons = new Map<number, string[]>();
  const reasonById = new Map<string, string[]>([...refusedIds].map((id) => [id, []] as const));
  const position = headers.indexOf(columns.externalId);
  const idOf = (row: CsvRow) => (row.cells[position] ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  const idByRow = new Map(rows.map((row) => [row.rowNumber, idOf(row)] as const));
  for (const problem of problems) {
    if (problem.severity !== "error" || problem.row < 2) continue;
    push(reasons, problem.row, problem.message);
    const id = idByRow.get(problem.row);
    const isOfGroup = ofWholeGroup.has(problem.code) || refusedIds.has(id ?? "");
    if (isOfGroup && id !== undefined) push(reasonById, id, problem.message);
  }
  for (const [row, id] of idByRow) {
    const ofGroup = reasonById.get(id);
    if (ofGroup && !reasons.has(row)) reasons.set(row, ofGroup);
  }
  return new Map([...reasons].sort(([a], [b]) => a - b));
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
