import * as z from "zod";
import { isKeepable } from "@/values/keepable-text";
import { isZone } from "@/values/zone";

/** Which column of a file means what. Safe in the browser. */

const columnSchema = z
  .string()
  .trim()
  .min(1, { error: "Choose a column." })
  .max(10_000)
  .refine(isKeepable, { error: "This holds a character that cannot be kept." });

/**
 * Columns by their header. `externalId` groups rows: rows with the same one become one booking.
 * `venuePrefix` is put before each venue, as a borough before a street. Without `client` one client is chosen
 * for the whole file.
 */
export const importColumnsSchema = z.strictObject({
  externalId: columnSchema,
  title: columnSchema,
  start: columnSchema,
  end: columnSchema,
  venue: columnSchema,
  venuePrefix: columnSchema.optional(),
  client: columnSchema.optional(),
  notes: columnSchema.optional(),
  category: columnSchema.optional(),
});

export const importMappingSchema = z.strictObject({
  columns: importColumnsSchema,
  /** Of the venues: the file's times are on their clock. */
  timeZone: z.string().refine(isZone, { error: "Choose a time zone, such as Europe/Berlin." }),
  /** How to read `03/04/2026`. `auto` looks for a day above 12 in the file. */
  dateOrder: z.enum(["auto", "mdy", "dmy", "ymd"]),
});

export type ImportMapping = z.infer<typeof importMappingSchema>;
export type ImportColumns = ImportMapping["columns"];
export type ImportField = keyof ImportColumns;

/** Names by which each field goes, without blanks and signs; the first that a file has wins. */
const knownNames: Record<ImportField, readonly string[]> = {
  externalId: [
    "eventid",
    "externalid",
    "bookingid",
    "reference",
    "bookingreference",
    "ref",
    "number",
    "id",
    "uid",
  ],
  title: ["eventname", "title", "eventtitle", "bookingname", "name", "summary", "subject", "event"],
  start: [
    "startdatetime",
    "start",
    "startsat",
    "starttime",
    "startdate",
    "eventstart",
    "begin",
    "from",
    "dtstart",
  ],
  end: ["enddatetime", "end", "endsat", "endtime", "enddate", "eventend", "until", "to", "dtend"],
  venue: ["eventlocation", "venue", "location", "venuename", "place", "site", "address"],
  venuePrefix: ["eventborough", "borough", "city", "town", "district"],
  client: ["client", "clientname", "customer", "company", "account"],
  notes: ["notes", "note", "description", "eventdescription", "details", "comments", "remarks"],
  category: ["eventtype", "category", "activitytype", "type", "kind"],
};

const fields = Object.keys(knownNames) as ImportField[];

/** What the headers suggest; a field without a suggestion is absent. No column is suggested twice. */
export function guessMapping(headers: readonly string[]): Partial<Record<ImportField, string>> {
  const byName = new Map(headers.map((header) => [normalize(header), header] as const).reverse());
  const guessed: Partial<Record<ImportField, string>> = {};
  for (const field of fields) {
    const name = knownNames[field].find((known) => byName.has(known));
    const header = name === undefined ? undefined : byName.get(name);
    if (header !== undefined) guessed[field] = header;
  }
  return guessed;
}

function normalize(header: string): string {
  return header.toLowerCase().replace(/[^a-z0-9]/g, "");
}
