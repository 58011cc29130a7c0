import type { DateOrder } from "@/values/sloppy-date";
import type { ClockNote } from "@/values/venue-time";
import type { ImportMapping } from "./mapping";
import { type ImportProblem, importDatesMax, importProblem } from "./problems";
import type { CsvRow } from "./read-csv";
import { detectDateOrder } from "./read-moment";
import { type RowDraft, type RowReader, readRow } from "./read-row";

export interface ImportDate {
  /** As the file says it, on the venue's clock: `YYYY-MM-DDTHH:mm`. */
  localStart: string;
  /** ISO 8601 in UTC with milliseconds. */
  startsAt: string;
  endsAt: string;
  /** Of the start: the clocks skip it, so it moved; or show it twice, so the first counts. */
  note: ClockNote | null;
  rowNumber: number;
}

/** Rows of one client with one external id: one booking to be. Its texts are those of its first good row. */
export interface ImportGroup {
  externalId: string;
  title: string;
  venues: string[];
  client: string | null;
  category: string | null;
  notes: string | null;
  timeZone: string;
  /** By instant, each start once, 366 at most. */
  dates: ImportDate[];
  rowNumbers: number[];
}

export interface ImportPlan {
  /** In the order in which the file names them first. */
  groups: ImportGroup[];
  /** Row numbers of each group that is too large to be a booking. */
  refused: number[][];
  /** By row. */
  problems: ImportProblem[];
}

/**
 * What an import would do, without doing it: rows of one client and external id become one booking. A row with an error is
 * reported and left out, the rest stays. Throws nothing for any content of a file.
 */
export function planImport(
  { headers, rows }: { headers: readonly string[]; rows: readonly CsvRow[] },
  mapping: ImportMapping,
): ImportPlan {
  const positions = new Map(headers.map((header, index) => [header, index] as const));
  const unknown = Object.values(mapping.columns).flatMap((column) =>
    column === undefined || positions.has(column)
      ? []
      : [importProblem("column-unknown", { row: 0, column }, column)],
  );
  if (unknown.length > 0) return { groups: [], refused: [], problems: unknown };
  const order = decideOrder(rows, mapping, positions);
  if (typeof order === "object") return { groups: [], refused: [], problems: [order] };
  const { columns, timeZone } = mapping;
  return planRows(rows, { columns, timeZone, order, positions, resolved: new Map() });
}

function decideOrder(
  rows: readonly CsvRow[],
  { columns, dateOrder }: ImportMapping,
  positions: ReadonlyMap<string, number>,
): DateOrder | ImportProblem {
  if (dateOrder !== "auto") return dateOrder;
  const places = [columns.start, columns.end].map((column) => positions.get(column) ?? -1);
  const detected = detectDateOrder(rows.flatMap((row) => places.map((place) => row.cells[place] ?? "")));
  if (detected.order !== null) return detected.order;
  return importProblem("date-order-ambiguous", { row: 0, column: columns.start }, detected.example);
}

/** A group while it grows. */
interface OpenGroup {
  group: ImportGroup;
  /** Start instant to the row that brought it: a group may have thousands of rows. */
  rowByStart: Map<string, number>;
}

function planRows(rows: readonly CsvRow[], reader: RowReader): ImportPlan {
  const open = new Map<string, OpenGroup>();
  const problems: ImportProblem[] = [];
  for (const row of rows) {
    const { draft, problems: found } = readRow(row, reader);
    problems.push(...found);
    if (!draft) continue;
    const known = open.get(keyOf(draft));
    if (known) problems.push(...joinGroup(known, draft, reader));
    else open.set(keyOf(draft), newGroup(draft, reader));
  }
  const groups: ImportGroup[] = [];
  const refused: number[][] = [];
  for (const { group } of open.values()) {
    if (group.dates.length > importDatesMax) {
      problems.push(tooManyDates(group, reader));
      refused.push(group.rowNumbers);
    } else groups.push({ ...group, dates: group.dates.sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) });
  }
  return { groups, refused, problems: problems.sort((a, b) => a.row - b.row) };
}

/** Two clients may count their events alike: an id means one booking of one client. */
function keyOf({ client, externalId }: RowDraft): string {
  return `${client?.toLowerCase() ?? ""}\n${externalId}`;
}

function newGroup(draft: RowDraft, { timeZone }: RowReader): OpenGroup {
  const { externalId, title, venues, client, category, notes, rowNumber, start } = draft;
  const dates = [toDate(draft)];
  return {
    group: { externalId, title, venues, client, category, notes, timeZone, dates, rowNumbers: [rowNumber] },
    rowByStart: new Map([[start.instant, rowNumber]]),
  };
}

/** Adds a row to its group. The first row's texts win; a start that is there already counts once. */
function joinGroup(
  { group, rowByStart }: OpenGroup,
  draft: RowDraft,
  { columns }: RowReader,
): ImportProblem[] {
  const { externalId: id, rowNumber: row } = draft;
  const problems: ImportProblem[] = [];
  if (draft.title !== group.title) {
    problems.push(importProblem("title-differs", { row, column: columns.title }, id, group.title));
  }
  if (draft.venues.join("\n") !== group.venues.join("\n")) {
    problems.push(importProblem("venue-differs", { row, column: columns.venue }, id));
  }
  group.notes ??= draft.notes;
  group.category ??= draft.category;
  group.rowNumbers.push(row);
  const sameStartRow = rowByStart.get(draft.start.instant);
  if (sameStartRow !== undefined) {
    problems.push(importProblem("date-duplicate", { row, column: columns.start }, id, String(sameStartRow)));
    return problems;
  }
  rowByStart.set(draft.start.instant, row);
  group.dates.push(toDate(draft));
  return problems;
}

function toDate({ start, end, rowNumber }: RowDraft): ImportDate {
  return {
    localStart: start.local,
    startsAt: start.instant,
    endsAt: end.instant,
    note: start.note,
    rowNumber,
  };
}

function tooManyDates(group: ImportGroup, { columns }: RowReader): ImportProblem {
  const place = { row: group.rowNumbers[0] ?? 0, column: columns.start };
  return importProblem("too-many-dates", place, group.externalId, String(group.dates.length));
}
