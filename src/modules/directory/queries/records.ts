import "server-only";
import { notFound } from "@/commands/errors";
import type { Database } from "@/db/database";
import type { RecordType } from "@/modules/directory/inputs";
import { escapeLike } from "@/values/like-pattern";
import type { Prisma } from "@/generated/prisma/client";

/** Master data for lists and forms, by name. A page begins after the record whose id is its cursor. */

export interface DirectoryListInput {
  readonly q?: string | undefined;
  readonly includeArchived: boolean;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}

const clientColumns = { id: true, name: true, version: true, archivedAt: true } satisfies Prisma.ClientSelect;
const kitTemplateColumns = { ...clientColumns, description: true } satisfies Prisma.KitTemplateSelect;
const locationColumns = {
  ...clientColumns,
  address: true,
  city: true,
  country: true,
  timeZone: true,
  latitude: true,
  longitude: true,
  geofenceRadiusM: true,
} satisfies Prisma.LocationSelect;
const personColumns = {
  id: true,
  name: true,
  version: true,
  email: true,
  role: true,
  clientId: true,
  active: true,
  timeZone: true,
  client: { select: { name: true } },
} satisfies Prisma.PersonSelect;

export type ClientRecord = Prisma.ClientGetPayload<{ select: typeof clientColumns }>;
export type LocationRecord = Prisma.LocationGetPayload<{ select: typeof locationColumns }>;
export type PersonRecord = Prisma.PersonGetPayload<{ select: typeof personColumns }>;
export type KitTemplateRecord = Prisma.KitTemplateGetPayload<{ select: typeof kitTemplateColumns }>;

export async function listClients(db: Database, input: DirectoryListInput): Promise<Page<ClientRecord>> {
  const rows = await db.prisma.client.findMany({
    select: clientColumns,
    where: { ...named(input), ...(!input.includeArchived && { archivedAt: null }) },
    ...window(input),
  });
  return toPage(rows, input.limit);
}

export async function listLocations(db: Database, input: DirectoryListInput): Promise<Page<LocationRecord>> {
  const rows = await db.prisma.location.findMany({
    select: locationColumns,
    where: { ...named(input), ...(!input.includeArchived && { archivedAt: null }) },
    ...window(input),
  });
  return toPage(rows, input.limit);
}

export async function listPeople(
  db: Database,
  input: DirectoryListInput & { readonly roles?: readonly PersonRecord["role"][] | undefined },
): Promise<Page<PersonRecord>> {
  const rows = await db.prisma.person.findMany({
    select: personColumns,
    where: {
      ...named(input),
      ...(!input.includeArchived && { active: true }),
      ...(input.roles && { role: { in: [...input.roles] } }),
    },
    ...window(input),
  });
  return toPage(rows, input.limit);
}

export async function listKitTemplates(
  db: Database,
  input: DirectoryListInput,
): Promise<Page<KitTemplateRecord>> {
  const rows = await db.prisma.kitTemplate.findMany({
    select: kitTemplateColumns,
    where: { ...named(input), ...(!input.includeArchived && { archivedAt: null }) },
    ...window(input),
  });
  return toPage(rows, input.limit);
}

/** One record of any type; throws `NOT_FOUND`. */
export async function clientById(db: Database, id: string): Promise<ClientRecord> {
  return found(await db.prisma.client.findUnique({ select: clientColumns, where: { id } }), "client");
}

export async function locationById(db: Database, id: string): Promise<LocationRecord> {
  return found(await db.prisma.location.findUnique({ select: locationColumns, where: { id } }), "location");
}

export async function personById(db: Database, id: string): Promise<PersonRecord> {
  return found(await db.prisma.person.findUnique({ select: personColumns, where: { id } }), "person");
}

export async function kitTemplateById(db: Database, id: string): Promise<KitTemplateRecord> {
  const row = await db.prisma.kitTemplate.findUnique({ select: kitTemplateColumns, where: { id } });
  return found(row, "kitTemplate");
}

const WORDS: Readonly<Record<RecordType, string>> = {
  client: "client",
  location: "venue",
  person: "person",
  kitTemplate: "kit template",
  preparationTemplate: "preparation template",
};

function found<Row>(row: Row | null, recordType: RecordType): Row {
  if (row === null) throw notFound(WORDS[recordType]);
  return row;
}

function named({ q }: DirectoryListInput) {
  return q ? { name: { contains: escapeLike(q), mode: "insensitive" as const } } : {};
}

function window({ cursor, limit }: DirectoryListInput) {
  return {
    orderBy: [{ name: "asc" as const }, { id: "asc" as const }],
    take: limit + 1,
    ...(cursor !== undefined && { cursor: { id: cursor }, skip: 1 }),
  };
}

function toPage<Row extends { readonly id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? last.id : null };
}
