import { type inferParserType, parseAsString } from "nuqs/server";

/** What the address bar says about retention: the day of the dry run, empty for today. */
export const retentionParsers = { day: parseAsString.withDefault("") };

type RetentionView = inferParserType<typeof retentionParsers>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The view as `log.retention` takes it. What an address got wrong is left out. */
export function planOf({ day }: RetentionView): { readonly asOf?: string } {
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? { asOf: day } : {};
}

/** "27 Nov 2033" of `2033-11-27`, always with its year. */
export function dayWords(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "1 entry", "1,204 entries". */
export function entriesWords(entries: number): string {
  return entries === 1 ? "1 entry" : `${entries.toLocaleString("en")} entries`;
}
