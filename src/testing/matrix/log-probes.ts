import { sql } from "@/db/sql";
import type { Permission } from "@/server/permissions";
import { following } from "./hearing";
import { idsOf, missingId, ownersA, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

/** What only looks at the log, its types and its health. */
export type ReadingPermission = Extract<
  Permission,
  | "log.search"
  | "log.lines"
  | "log.tail"
  | "log.suggest"
  | "log.byId"
  | "log.story"
  | "log.related"
  | "log.catalogue"
  | "log.monitoring"
>;

/** Nothing of the log belongs to anybody but those who run the agency. */
export async function logProbes(world: MatrixWorld): Promise<ProbesOf<ReadingPermission>> {
  const { foreign } = world;
  const db = world.staged.database;
  return {
    "log.search": {
      kind: "list",
      input: { range: "all", limit: 100 },
      ids: (page: { lines: readonly { id: string }[] }) => page.lines.map(({ id }) => id),
      all: await idsOf(db, sql`SELECT id FROM event_log`),
      own: {},
    },
    "log.lines": {
      kind: "list",
      input: { range: "all", ids: [world.factId] },
      ids: (lines: readonly { id: string }[]) => lines.map(({ id }) => id),
      all: [world.factId],
      own: {},
    },
    "log.tail": {
      kind: "list",
      ask: (actor) => following(db, actor),
      ids: (heard: readonly string[]) => heard,
      all: await idsOf(db, sql`SELECT id FROM event_log`),
      own: {},
    },
    "log.suggest": { kind: "free", input: { kind: "actor" } },
    "log.byId": {
      kind: "record",
      targets: [{ name: "a fact", input: { id: world.factId }, owners: ownersA }],
      missing: { id: missingId },
    },
    "log.story": {
      kind: "list",
      input: { correlationId: foreign.bookingId },
      ids: (story: { lines: readonly { id: string }[] }) => story.lines.map(({ id }) => id),
      all: await idsOf(db, sql`SELECT id FROM event_log WHERE correlation_id = ${foreign.bookingId}`),
      own: {},
    },
    "log.related": {
      kind: "list",
      input: { correlationId: foreign.bookingId },
      ids: (page: { lines: readonly { id: string }[] }) => page.lines.map(({ id }) => id),
      all: await idsOf(db, sql`SELECT id FROM event_log WHERE correlation_id = ${foreign.bookingId}`),
      own: {},
    },

    "log.monitoring": { kind: "free", input: { range: "24h" } },
    "log.catalogue": { kind: "free" },
  };
}
