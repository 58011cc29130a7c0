import { sql } from "@/db/sql";
import { testId } from "@/testing/builders/actors";
import { idsOf, missingId, type Probe, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

/** A template of the agency's own, beside the one that every database begins with. */
export const templateId = testId(16, 1);

export const templateFields = {
  name: "Tastings with guests",
  activityType: "Tasting",
  lines: [{ description: "Order glasses.", kind: "logistics", minutesBefore: 1440 }],
};

export async function templateProbes({
  staged,
}: MatrixWorld): Promise<ProbesOf<`preparationTemplates.${string}`>> {
  const db = staged.database;
  const record = (more: object): Probe => ({
    kind: "record",
    targets: [{ name: "a record", input: { recordId: templateId, ...more }, owners: [] }],
    missing: { recordId: missingId, ...more },
  });
  return {
    "preparationTemplates.list": {
      kind: "list",
      input: { includeArchived: true },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: await idsOf(db, sql`SELECT id FROM preparation_template`),
      own: {},
    },
    "preparationTemplates.create": {
      kind: "free",
      input: { fields: { ...templateFields, activityType: "Parade" } },
    },
    "preparationTemplates.update": record({ version: 1, fields: templateFields }),
    "preparationTemplates.archive": record({ version: 1 }),
    "preparationTemplates.restore": record({ version: 1 }),
  };
}
