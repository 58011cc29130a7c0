/** What the benchmarks read from their command line and print, one JSON line per figure. */

/** The whole number above 0 that an option gives. Throws with the option's name for anything else. */
export function wholeOption(name: string, given: string): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
  return value;
}

/** Numbers are rounded to four digits. */
export function printFigure(line: object): void {
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value;
  process.stdout.write(`${JSON.stringify(line, rounded)}\n`);
}
