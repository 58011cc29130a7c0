import Papa from "papaparse";
import {
  importBytesMax,
  importCellLengthMax,
  importColumnsMax,
  type ImportProblem,
  importProblem,
  importRowsMax,
} from "./problems";
import { type CsvRecord, splitRecords } from "./split-records";

export interface CsvRow {
  /** As a spreadsheet counts: the header is row 1. */
  rowNumber: number;
  /** One text per header, untrimmed. */
  cells: string[];
}

export type CsvFile =
  | { ok: true; headers: string[]; rows: CsvRow[]; problems: ImportProblem[] }
  /** The file as a whole cannot be read; nothing of it is. */
  | { ok: false; problem: ImportProblem };

type Opened =
  | { ok: true; headers: string[]; delimiter: string; dataStart: number }
  | { ok: false; problem: ImportProblem };

/**
 * Reads a CSV file: UTF-8 with or without a byte order mark; comma, semicolon or tab; the first row names the
 * columns. A row that cannot be read is reported and left out, the others stay (security.md S-58 for the limits:
 * 20 MB, 50,000 rows, 100 columns, 10,000 characters a cell). Rows without any text are passed over.
 */
export function readCsv(bytes: Uint8Array): CsvFile {
  const opened = openCsv(bytes);
  if (!opened.ok) return opened;
  const named = nameHeaders(opened.headers);
  const file = { ok: true as const, headers: named.headers, rows: [] as CsvRow[], problems: named.problems };
  const reader = { bytes, delimiter: opened.delimiter, columns: named.headers.length };
  let rowNumber = 1;
  for (const record of splitRecords(bytes, opened.dataStart, opened.delimiter)) {
    rowNumber += 1;
    if (rowNumber > importRowsMax + 1)
      return { ok: false, problem: importProblem("too-many-rows", { row: 0 }) };
    if (record.start === record.end) continue;
    const row = readRow(record, rowNumber, reader);
    if ("severity" in row) file.problems.push(row);
    else if (row.cells.some((cell) => cell.trim() !== "")) file.rows.push(row);
  }
  return file;
}

function openCsv(bytes: Uint8Array): Opened {
  const refuse = (problem: ImportProblem): Opened => ({ ok: false, problem });
  if (bytes.length > importBytesMax) return refuse(importProblem("file-too-big", { row: 0 }));
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refuse(importProblem("file-utf16", { row: 0 }));
  }
  const start = first === 0xef && second === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const delimiter = guessDelimiter(bytes, start);
  const header = splitRecords(bytes, start, delimiter).next().value;
  if (!header || header.start === header.end) return refuse(importProblem("file-empty", { row: 0 }));
  if (bytes.subarray(header.start, header.end).includes(0))
    return refuse(importProblem("file-not-text", { row: 0 }));
  if (!header.isClosed) return refuse(importProblem("header-quote", { row: 1 }));
  if (header.cells > importColumnsMax) return refuse(importProblem("too-many-columns", { row: 1 }));
  const text = decode(bytes, header);
  if (text === null) return refuse(importProblem("header-encoding", { row: 1 }, firstBadByte(bytes, header)));
  const headers = parseRecord(text, delimiter);
  if (headers === null) return refuse(importProblem("header-quote", { row: 1 }));
  if (headers.every((name) => name.trim() === "")) return refuse(importProblem("file-empty", { row: 0 }));
  return { ok: true, headers, delimiter, dataStart: header.end + lineEndLength(bytes, header.end) };
}

function readRow(
  record: CsvRecord,
  row: number,
  { bytes, delimiter, columns }: { bytes: Uint8Array; delimiter: string; columns: number },
): CsvRow | ImportProblem {
  if (!record.isClosed) return importProblem("row-quote", { row });
  if (record.cells > importColumnsMax) return importProblem("row-too-wide", { row });
  const text = decode(bytes, record);
  if (text === null) return importProblem("row-encoding", { row }, firstBadByte(bytes, record));
  if (text.includes("\u0000")) return importProblem("cell-control", { row });
  const cells = parseRecord(text, delimiter);
  if (cells === null) return importProblem("row-quote", { row });
  if (cells.some((cell) => cell.length > importCellLengthMax)) return importProblem("cell-too-long", { row });
  const isEmptyBeyond = cells.slice(columns).every((cell) => cell.trim() === "");
  const isBlank = cells.every((cell) => cell.trim() === "");
  if (!isBlank && (cells.length < columns || !isEmptyBeyond)) {
    return importProblem("row-ragged", { row }, String(cells.length), String(columns));
  }
  return { rowNumber: row, cells: cells.slice(0, columns) };
}

/** Empty names become "Column 3", repeated ones "Name (2)", so that each column can be chosen. */
function nameHeaders(raw: string[]): { headers: string[]; problems: ImportProblem[] } {
  const headers: string[] = [];
  const problems: ImportProblem[] = [];
  for (const [index, text] of raw.entries()) {
    const name = text.replace(/\s+/g, " ").trim() || `Column ${index + 1}`;
    let renamed = name;
    for (let count = 2; headers.includes(renamed); count += 1) renamed = `${name} (${count})`;
    if (renamed !== name)
      problems.push(importProblem("header-duplicate", { row: 1, column: renamed }, name, renamed));
    headers.push(renamed);
  }
  return { headers, problems };
}

/** The one of comma, semicolon and tab that the first line has most of. */
function guessDelimiter(bytes: Uint8Array, start: number): string {
  const counts = [",", ";", "\t"].map((delimiter) => {
    const header = splitRecords(bytes, start, delimiter).next().value;
    return { delimiter, cells: header ? header.cells : 0 };
  });
  return counts.reduce((best, next) => (next.cells > best.cells ? next : best)).delimiter;
}

/** The cells of one record; null when its quotes are broken. */
function parseRecord(text: string, delimiter: string): string[] | null {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: "\n" });
  const cells = data[0];
  return errors.some((error) => error.type === "Quotes") || data.length > 1 || !cells ? null : cells;
}

function decode(bytes: Uint8Array, { start, end }: { start: number; end: number }): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, end));
  } catch {
    return null;
  }
}

/** Position in the file, from 1, of the first byte that is no UTF-8: the end of the shortest prefix that fails. */
function firstBadByte(bytes: Uint8Array, { start, end }: { start: number; end: number }): string {
  let [good, bad] = [start, end];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(start, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return String(bad);
}

function lineEndLength(bytes: Uint8Array, position: number): number {
  return bytes[position] === 0x0d && bytes[position + 1] === 0x0a ? 2 : 1;
}
