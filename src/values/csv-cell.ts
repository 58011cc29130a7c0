/** CSV out: quoting (RFC 4180) and the formula guard of security.md S-23. */

export type CsvValue = string | number | boolean | null | undefined;

/** A spreadsheet runs a cell that starts with one of these, also behind blanks; the wide forms count too. */
const FORMULA_START = /^[\s\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/** True for text that a spreadsheet may run as a formula. */
export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/**
 * One cell, quoted where needed. Text that looks like a formula gets a leading apostrophe, which spreadsheets
 * show as plain text. Numbers are written as they are: `-5` is no formula.
 */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const guarded = looksLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** One row with its line end, CRLF as RFC 4180 says. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}
