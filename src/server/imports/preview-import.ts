import "server-only";
import { invalid } from "@/commands/errors";
import type { Database } from "@/db/database";
import type { ImportProblem } from "@/modules/bookings/import/problems";
import { refusedRows } from "@/modules/bookings/import/refused-rows";
import { countFileRows } from "./count-file-rows";
import { clientById } from "./lookups";
import { type ImportRequest, type PreparedImport, prepareImport } from "./prepare-import";

/** What an import would do. */
export interface ImportSummary {
  /** Data rows of the file, blank ones left out. */
  readonly rows: number;
  /** Rows of which nothing would be imported. */
  readonly rowsRefused: number;
  readonly bookings: number;
  readonly dates: number;
  /** Row groups that an earlier import made into bookings. */
  readonly alreadyImported: number;
  /** Venues that the directory lacks, and that would be added. */
  readonly venuesNew: number;
  readonly venuesKnown: number;
  /** The first bookings that would be made. */
  readonly samples: readonly ImportSample[];
}

export interface ImportSample {
  readonly externalId: string;
  /** As the file names it; null where the client of the whole file stands in. */
  readonly client: string | null;
  readonly title: string;
  readonly venues: readonly string[];
  readonly dates: number;
  /** ISO 8601 UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
}

const samplesMax = 10;

export interface ImportPreview {
  readonly summary: ImportSummary;
  readonly problems: readonly ImportProblem[];
}

/** A dry run: reads, plans and compares, and writes nothing. */
export async function previewImport(database: Database, request: ImportRequest): Promise<ImportPreview> {
  const prepared = await prepareImport(database, request);
  return { summary: summarize(prepared, refusedRows(prepared).size), problems: prepared.problems };
}

/** The chosen client, still open for bookings. Throws `INVALID` for one that is not. */
export async function checkClient(database: Database, clientId: string | undefined): Promise<string | null> {
  if (clientId === undefined) return null;
  const client = await clientById(database, clientId);
  if (client && !client.archived) return client.id;
  throw invalid("Say for which client these bookings are.", { clientId: "Choose a client from the list." });
}

export function summarize(prepared: PreparedImport, rowsRefused: number): ImportSummary {
  const { groups, problems, rows, venues } = prepared;
  const fresh = groups.filter((item) => !item.isImported);
  const keys = (isKnown: boolean) =>
    new Set([...venues.values()].filter((venue) => (venue.id !== null) === isKnown).map((venue) => venue.key))
      .size;
  return {
    rows: countFileRows(rows, problems),
    rowsRefused,
    bookings: fresh.length,
    dates: fresh.reduce((sum, { group }) => sum + group.dates.length, 0),
    alreadyImported: groups.length - fresh.length,
    venuesNew: keys(false),
    venuesKnown: keys(true),
    samples: fresh.slice(0, samplesMax).map(toSample),
  };
}

/** A row that could not be read at all is only known by its problem. */
function toSample({ group }: PreparedImport["groups"][number]): ImportSample {
  const [first] = group.dates;
  return {
    externalId: group.externalId,
    client: group.client,
    title: group.title,
    venues: group.venues,
    dates: group.dates.length,
    startsAt: first?.startsAt ?? "",
    endsAt: first?.endsAt ?? "",
    timeZone: group.timeZone,
  };
}
