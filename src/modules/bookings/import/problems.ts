import { venuesMax } from "@/modules/bookings/inputs";

/** What an import says about a file, row by row. All its sentences stand here (ux.md "Wording"). */

export interface ImportProblem {
  /** As a spreadsheet counts: 1 is the header. 0 means the whole file. */
  row: number;
  /** The header of the column. */
  column?: string;
  /** An error leaves the row, the group or the file out; a warning says what was decided. */
  severity: "error" | "warning";
  code: ImportProblemCode;
  message: string;
}

/** Most bytes of a file: 20 MB. */
export const importBytesMax = 20_000_000;
export const importRowsMax = 50_000;
export const importColumnsMax = 100;
export const importCellLengthMax = 10_000;
export const importDatesMax = 366;
export const importExternalIdLengthMax = 100;
export const importLongDays = 14;

const errors = {
  "file-too-big": () => "The file is larger than 20 MB. Split it and import the parts.",
  "file-empty": () => "The file has no header row. Export it again with column names in the first row.",
  "file-not-text": () => "The file is not plain text. Save it as CSV UTF-8 and choose it again.",
  "file-utf16": () => "The file is saved as UTF-16. Save it as CSV UTF-8 and choose it again.",
  "header-encoding": (byte: string) =>
    `The header row is not UTF-8 (byte ${byte}). Save the file as CSV UTF-8 and choose it again.`,
  "header-quote": () =>
    "A quotation mark in the header row is never closed. Correct it and choose the file again.",
  "too-many-columns": () =>
    `The header row has more than ${importColumnsMax} columns. Remove those you do not need.`,
  "too-many-rows": () => "The file has more than 50\u00A0000 rows. Split it and import the parts.",
  "row-encoding": (byte: string) =>
    `This row is not UTF-8 (byte ${byte} of the file). Save the file as CSV UTF-8 and import it again.`,
  "row-quote": () =>
    "A quotation mark in this row is never closed, or text follows a closing one. Correct the quotes.",
  "row-too-wide": () => `This row has more than ${importColumnsMax} cells. Remove those beyond the header.`,
  "row-ragged": (cells: string, columns: string) =>
    `Cells in this row: ${cells}, in the header: ${columns}. Check for a missing or extra comma.`,
  "cell-too-long": () => "A cell in this row has more than 10\u00A0000 characters. Shorten it.",
  "cell-control": () => "This row holds a zero byte, which no text has. Remove it.",
  "column-unknown": (column: string) => `The file has no column "${column}". Choose another one.`,
  "date-order-ambiguous": (example: string) =>
    `Dates such as ${example} can be read two ways. Choose day first or month first.`,
  "value-missing": () => "This cell is empty. Fill it in.",
  "value-too-long": (max: string) => `This value has more than ${max} characters. Shorten it.`,
  "date-wrong": (sentence: string) => sentence,
  "time-missing": () => "This cell has a date without a time. Add one, for example 10:00.",
  "end-before-start": () => "The end is not after the start. Correct one of them.",
  "too-many-dates": (id: string, dates: string) =>
    `${id} has ${dates} dates, more than the ${importDatesMax} of one booking. Split it under two ids.`,
  "date-too-long": (days: string) =>
    `This date lasts ${days} days, more than the 732 of one date. Correct the end, or split it.`,
  "too-many-venues": (id: string, venues: string) =>
    `${id} has ${venues} venues, more than the ${venuesMax} of one booking. Split it under two ids.`,
  "venue-too-long": (name: string) =>
    `The venue "${name}…" has more than 300 characters, its prefix included. Shorten it.`,
  "venue-archived": (name: string) =>
    `The venue "${name}" is archived in the directory. Name another one, or bring it back first.`,
  "client-missing": () => "This row names no client. Fill it in, or choose one client for the whole file.",
  "client-unknown": (name: string) =>
    `There is no client "${name}". Add it to the directory, or correct the name.`,
  "client-archived": (name: string) =>
    `The client "${name}" is archived in the directory. Name another one, or bring it back first.`,
  "client-twice": (id: string) =>
    `Other rows of ${id} are for the same client, but name it otherwise. Name it alike in all of them.`,
  "group-refused": (id: string, sentence: string) =>
    `${id} was not imported: ${sentence.replace(/\.$/, "")}.`,
};

const warnings = {
  "header-duplicate": (name: string, renamed: string) =>
    `Two columns are called "${name}". The later one is shown as "${renamed}".`,
  "formula-text": () => "This cell looks like a formula. It is kept as text.",
  "venue-cut": (last: string) =>
    `This cell is exactly 500 characters long, so the list of venues may be cut at "${last}". Check the last one.`,
  "title-differs": (id: string, first: string) =>
    `Another row of ${id} has a different title. "${first}" from the first row is kept.`,
  "venue-differs": (id: string) =>
    `Another row of ${id} has different venues. Those of the first row are kept.`,
  "date-duplicate": (id: string, row: string) =>
    `${id} already has a date at this time, in row ${row}. It is taken once.`,
  "time-skipped": (local: string) => `The clocks skip this time, so it moves forward to ${local}.`,
  "time-repeated": () => "The clocks show this time twice. The first of them is taken.",
  "unusually-long": (days: string) => `This date lasts ${days} days. Check that the end is right.`,
};

const messages = { ...errors, ...warnings };

type Messages = typeof messages;
export type ImportProblemCode = keyof Messages;
export const importProblemCodes = Object.keys(messages) as ImportProblemCode[];

/** Builds a problem; the sentence and its severity follow from the code. */
export function importProblem<Code extends ImportProblemCode>(
  code: Code,
  place: { row: number; column?: string },
  ...details: Parameters<Messages[Code]>
): ImportProblem {
  const write: (...texts: string[]) => string = messages[code];
  return {
    row: place.row,
    ...(place.column === undefined ? {} : { column: place.column }),
    severity: code in errors ? "error" : "warning",
    code,
    message: write(...details),
  };
}
