import "server-only";
import type { Queryable } from "@/db/database";
import { checkGroup } from "@/modules/bookings/import/check-group";
import type { ImportColumns, ImportMapping } from "@/modules/bookings/import/mapping";
import { type ImportGroup, planImport } from "@/modules/bookings/import/plan-import";
import { type ImportProblem, importProblem } from "@/modules/bookings/import/problems";
import { type CsvRow, readCsv } from "@/modules/bookings/import/read-csv";
import {
  clientsByName,
  groupKey,
  importedKeys,
  type KnownClient,
  type NamedVenue,
  venuesByName,
} from "./lookups";

/** A file, read under a mapping and compared with what is there: what a dry run shows and a run carries out. */
export interface PreparedImport {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
  /** By row; what was left out and what was decided. */
  readonly problems: readonly ImportProblem[];
  /** What can be imported, in the order of the file. */
  readonly groups: readonly PreparedGroup[];
  /** Row numbers of each group of which nothing is imported. */
  readonly refusedGroups: readonly (readonly number[])[];
  /** Every venue of `groups`, by its name in the file. */
  readonly venues: ReadonlyMap<string, NamedVenue>;
}

export interface PreparedGroup {
  readonly group: ImportGroup;
  readonly clientId: string;
  /** A booking of this client was made from this external id before. */
  readonly isImported: boolean;
}

export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly mapping: ImportMapping;
  /** The client of rows that name none; the caller has made sure that it is there. */
  readonly clientId: string | null;
}

/** Reads, plans and checks; writes nothing and throws nothing for any content of a file. */
export async function prepareImport(
  database: Queryable,
  { bytes, mapping, clientId }: ImportRequest,
): Promise<PreparedImport> {
  const file = readCsv(bytes);
  if (!file.ok) return nothing([file.problem]);
  const plan = planImport(file, mapping);
  const known = await lookUp(database, plan.groups, mapping);
  const problems = [...file.problems, ...plan.problems];
  const kept: Omit<PreparedGroup, "isImported">[] = [];
  const refusedGroups: (readonly number[])[] = [...plan.refused];
  const taken = new Set<string>();
  for (const group of plan.groups) {
    const client = clientOf(group, known.clients, { clientId, columns: mapping.columns });
    const found = [...checkGroup(group, mapping.columns), ...archivedVenues(group, known.venues, mapping)];
    if ("problem" in client) found.push(client.problem);
    else {
      const key = groupKey(client.id, group.externalId);
      if (taken.has(key)) found.push(namedOtherwise(group, mapping));
      taken.add(key);
    }
    problems.push(...found);
    if (found.length > 0 || "problem" in client) refusedGroups.push(group.rowNumbers);
    else kept.push({ group, clientId: client.id });
  }
  const groups = await markImported(database, kept);
  problems.sort((a, b) => a.row - b.row);
  return {
    headers: file.headers,
    rows: file.rows,
    problems,
    groups,
    refusedGroups,
    venues: used(groups, known.venues),
  };
}

/** The same, with what a run refused beside what was refused before it; a run says so at a group's first row. */
export function withRefusals(prepared: PreparedImport, ofRun: readonly ImportProblem[]): PreparedImport {
  const rows = new Set(ofRun.map((problem) => problem.row));
  const refused = prepared.groups
    .map(({ group }) => group.rowNumbers)
    .filter(([first = 0]) => rows.has(first));
  return {
    ...prepared,
    problems: [...prepared.problems, ...ofRun].sort((a, b) => a.row - b.row),
    refusedGroups: [...prepared.refusedGroups, ...refused],
  };
}

function nothing(problems: readonly ImportProblem[]): PreparedImport {
  return { headers: [], rows: [], problems, groups: [], refusedGroups: [], venues: new Map() };
}

interface Known {
  readonly clients: ReadonlyMap<string, KnownClient>;
  readonly venues: ReadonlyMap<string, NamedVenue>;
}

async function lookUp(
  database: Queryable,
  groups: readonly ImportGroup[],
  { timeZone }: ImportMapping,
): Promise<Known> {
  const clientNames = new Set(groups.flatMap((group) => group.client ?? []));
  const venueNames = new Set(groups.flatMap((group) => group.venues));
  return {
    clients: clientNames.size === 0 ? new Map() : await clientsByName(database, [...clientNames]),
    venues: await venuesByName(database, [...venueNames], timeZone),
  };
}

function clientOf(
  group: ImportGroup,
  clients: Known["clients"],
  { clientId, columns }: { clientId: string | null; columns: ImportColumns },
): { id: string } | { problem: ImportProblem } {
  const place = clientPlace(group, columns);
  if (group.client === null) {
    return clientId === null ? { problem: importProblem("client-missing", place) } : { id: clientId };
  }
  const client = clients.get(group.client);
  if (!client) return { problem: importProblem("client-unknown", place, group.client) };
  return client.archived
    ? { problem: importProblem("client-archived", place, client.name) }
    : { id: client.id };
}

/** Rows of one booking, of which some name the client and others leave it to the whole file. */
function namedOtherwise(group: ImportGroup, { columns }: ImportMapping): ImportProblem {
  return importProblem("client-twice", clientPlace(group, columns), group.externalId);
}

function clientPlace({ rowNumbers }: ImportGroup, { client }: ImportColumns) {
  const row = rowNumbers[0] ?? 0;
  return client === undefined ? { row } : { row, column: client };
}

function archivedVenues(
  group: ImportGroup,
  venues: Known["venues"],
  { columns }: ImportMapping,
): ImportProblem[] {
  const place = { row: group.rowNumbers[0] ?? 0, column: columns.venue };
  return group.venues
    .filter((name) => venues.get(name)?.archived)
    .map((name) => importProblem("venue-archived", place, name));
}

async function markImported(
  database: Queryable,
  kept: readonly Omit<PreparedGroup, "isImported">[],
): Promise<PreparedGroup[]> {
  const wanted = kept.map(({ clientId, group }) => ({ clientId, importKey: group.externalId }));
  const imported = wanted.length === 0 ? new Set() : await importedKeys(database, wanted);
  return kept.map((item) => ({
    ...item,
    isImported: imported.has(groupKey(item.clientId, item.group.externalId)),
  }));
}

/** The venues that are really needed: those of refused groups are not made. */
function used(groups: readonly PreparedGroup[], venues: Known["venues"]): Map<string, NamedVenue> {
  const names = new Set(groups.flatMap(({ group }) => group.venues));
  return new Map([...venues].filter(([name]) => names.has(name)));
}
