/**
 * Finds where the records of a CSV file begin and end, on bytes, so that a row with a million columns, a quote
 * that is never closed or a wrong encoding is known before anything is built from it. What is in a record,
 * papaparse reads.
 */

export interface CsvRecord {
  /** Byte positions in the file, `end` without the line end. */
  start: number;
  end: number;
  /** Cells, counted by delimiters outside quotes. */
  cells: number;
  /** False when its quotes are broken: it then ends with its first line, so that later rows stay whole. */
  isClosed: boolean;
}

interface Scan extends CsvRecord {
  /** Where the next record begins. */
  next: number;
}

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const SPACE = 0x20;

/** Longest quoted text that is believed; beyond it the quote counts as forgotten. In bytes. */
const quotedBytesMax = 50_000;

/** Records from a byte position on, blank lines included. `delimiter` is a single ASCII character. */
export function* splitRecords(bytes: Uint8Array, start: number, delimiter: string): Generator<CsvRecord> {
  const delimiterByte = delimiter.charCodeAt(0);
  let position = start;
  while (position < bytes.length) {
    const scan = scanRecord(bytes, position, delimiterByte);
    const record = scan ?? { ...scanLine(bytes, position), isClosed: false };
    yield { start: record.start, end: record.end, cells: record.cells, isClosed: record.isClosed };
    position = record.next;
  }
}

/**
 * One record with its quotes; null when a quote stays open for too long or to the end of the file, or when text
 * follows the closing one: then that quote most likely opens a cell of a later row.
 */
function scanRecord(bytes: Uint8Array, start: number, delimiter: number): Scan | null {
  let cells = 1;
  let isCellStart = true;
  let position = start;
  for (; position < bytes.length; position += 1) {
    const byte = bytes[position];
    if (byte === QUOTE && isCellStart) {
      const closing = closingQuote(bytes, position + 1);
      if (closing === null || !endsCell(bytes, closing + 1, delimiter)) return null;
      position = closing;
    } else if (byte === LF || byte === CR) {
      break;
    }
    isCellStart = byte === delimiter;
    if (isCellStart) cells += 1;
  }
  return { start, end: position, cells, isClosed: true, next: afterLineEnd(bytes, position) };
}

function closingQuote(bytes: Uint8Array, start: number): number | null {
  const limit = Math.min(bytes.length, start + quotedBytesMax);
  for (let position = start; position < limit; position += 1) {
    if (bytes[position] !== QUOTE) continue;
    if (bytes[position + 1] !== QUOTE) return position;
    position += 1;
  }
  return null;
}

function endsCell(bytes: Uint8Array, start: number, delimiter: number): boolean {
  let position = start;
  while (bytes[position] === SPACE) position += 1;
  const byte = bytes[position];
  return byte === undefined || byte === delimiter || byte === LF || byte === CR;
}

function scanLine(bytes: Uint8Array, start: number): Omit<Scan, "isClosed"> {
  let end = start;
  while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end += 1;
  return { start, end, cells: 1, next: afterLineEnd(bytes, end) };
}

function afterLineEnd(bytes: Uint8Array, end: number): number {
  return bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
}
