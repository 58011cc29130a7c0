import { sql } from "@/db/sql";
import { people } from "./actors";
import { idsOf, ofEach, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

export async function notificationProbes(world: MatrixWorld): Promise<ProbesOf<`notifications.${string}`>> {
  const db = world.staged.database;
  return {
    "notifications.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { groups: readonly { subjectId: string }[] }) =>
        page.groups.map((group) => group.subjectId),
      all: await idsOf(
        db,
        sql`SELECT DISTINCT subject_id AS id FROM notification WHERE superseded_at IS NULL`,
      ),
      own: await ofEach((name) =>
        idsOf(
          db,
          sql`
          SELECT DISTINCT subject_id AS id FROM notification
          WHERE recipient_id = ${people[name].id} AND superseded_at IS NULL`,
        ),
      ),
    },
    "notifications.unread": { kind: "self" },
    "notifications.markRead": { kind: "self", input: { kind: "all" } },
  };
}
