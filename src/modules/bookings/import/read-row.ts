import { looksLikeFormula } from "@/values/csv-cell";
import type { DateOrder } from "@/values/sloppy-date";
import { elapsedHours } from "@/values/time-window";
import { type ResolvedLocalTime, resolveLocalTime } from "@/values/venue-time";
import type { ImportColumns, ImportField, ImportMapping } from "./mapping";
import { type ImportProblem, importExternalIdLengthMax, importLongDays, importProblem } from "./problems";
import type { CsvRow } from "./read-csv";
import { readMoment } from "./read-moment";

/** One row of a file, read under a mapping: a draft of one booking date. */
export interface RowDraft {
  rowNumber: number;
  externalId: string;
  title: string;
  venues: string[];
  client: string | null;
  category: string | null;
  notes: string | null;
  start: ResolvedLocalTime & { local: string };
  end: ResolvedLocalTime & { local: string };
}

export interface RowReader {
  columns: ImportColumns;
  timeZone: ImportMapping["timeZone"];
  order: DateOrder;
  /** Header to position. */
  positions: ReadonlyMap<string, number>;
  /** Wall clocks already turned into instants: files repeat the same times over and over. */
  resolved: Map<string, ResolvedLocalTime>;
}

/** Sources that cut cells do it at this length. */
const cutCellLength = 500;

type RequiredField = "externalId" | "title" | "venue" | "start" | "end";

interface RowContext {
  row: CsvRow;
  reader: RowReader;
  /** Grows while the row is read. */
  problems: ImportProblem[];
}

/** Reads one row. With an error among its problems there is no draft; with warnings only there is. */
export function readRow(
  row: CsvRow,
  reader: RowReader,
): { draft: RowDraft | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = [];
  const context: RowContext = { row, reader, problems };
  const texts = {
    externalId: readExternalId(context),
    title: requiredText("title", context),
    venues: readVenues(context),
    client: optionalText("client", context),
    category: optionalText("category", context),
    notes: optionalText("notes", context),
  };
  const start = readTime("start", context);
  const end = readTime("end", context);
  if (start && end) problems.push(...checkSpan(start, end, placeOf("end", context)));
  const isBroken = problems.some((problem) => problem.severity === "error");
  if (isBroken || !start || !end) return { draft: null, problems };
  return { draft: { rowNumber: row.rowNumber, ...texts, start, end }, problems };
}

function readExternalId(context: RowContext): string {
  const text = requiredText("externalId", context);
  if (text.length > importExternalIdLengthMax) {
    const max = String(importExternalIdLengthMax);
    context.problems.push(importProblem("value-too-long", placeOf("externalId", context), max));
  }
  return text;
}

function requiredText(field: RequiredField, context: RowContext): string {
  const text = collapse(cellOf(field, context));
  const place = placeOf(field, context);
  if (text === "") context.problems.push(importProblem("value-missing", place));
  if (looksLikeFormula(text)) context.problems.push(importProblem("formula-text", place));
  return text;
}

function optionalText(field: "client" | "category" | "notes", context: RowContext): string | null {
  const text = cellOf(field, context).trim();
  const column = context.reader.columns[field];
  if (column !== undefined && looksLikeFormula(text)) {
    context.problems.push(importProblem("formula-text", { row: context.row.rowNumber, column }));
  }
  return (field === "notes" ? text : collapse(text)) || null;
}

function readTime(field: "start" | "end", context: RowContext): RowDraft["start"] | null {
  const { reader, problems } = context;
  const place = placeOf(field, context);
  const moment = readMoment(cellOf(field, context), place, reader);
  if ("problem" in moment) {
    problems.push(moment.problem);
    return null;
  }
  const resolved = resolveOnce(moment.local, reader);
  if (resolved.note === "gap") {
    problems.push(importProblem("time-skipped", place, resolved.localDateTime.replace("T", " ")));
  }
  if (resolved.note === "overlap") problems.push(importProblem("time-repeated", place));
  return { ...resolved, local: moment.local };
}

/** Venues of one cell, separated by commas: blanks tidied, repeats dropped, in their order, each with the prefix. */
function readVenues(context: RowContext): string[] {
  if (requiredText("venue", context) === "") return [];
  const cell = cellOf("venue", context);
  const prefix = collapse(cellOf("venuePrefix", context));
  const place = placeOf("venue", context);
  const names = cell
    .split(",")
    .map(collapse)
    .filter((name) => name !== "");
  if (names.length === 0) context.problems.push(importProblem("value-missing", place));
  if (cell.length === cutCellLength) {
    context.problems.push(importProblem("venue-cut", place, names.at(-1) ?? ""));
  }
  return [...new Set(names.map((name) => (prefix === "" ? name : `${prefix}: ${name}`)))];
}

function checkSpan(
  start: ResolvedLocalTime,
  end: ResolvedLocalTime,
  place: { row: number; column: string },
): ImportProblem[] {
  if (end.instant <= start.instant) return [importProblem("end-before-start", place)];
  const days = Math.floor(elapsedHours({ startsAt: start.instant, endsAt: end.instant }) / 24);
  return days > importLongDays ? [importProblem("unusually-long", place, String(days))] : [];
}

function resolveOnce(local: string, { timeZone, resolved }: RowReader): ResolvedLocalTime {
  const known = resolved.get(local);
  if (known) return known;
  const created = resolveLocalTime(local, timeZone);
  resolved.set(local, created);
  return created;
}

function cellOf(field: ImportField, { row, reader }: RowContext): string {
  const position = reader.positions.get(reader.columns[field] ?? "");
  return position === undefined ? "" : (row.cells[position] ?? "");
}

function placeOf(field: RequiredField, { row, reader }: RowContext): { row: number; column: string } {
  return { row: row.rowNumber, column: reader.columns[field] };
}

function collapse(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
