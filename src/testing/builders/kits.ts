import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { kitTemplateFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { createKitInput } from "@/modules/kits/inputs/records";
import type { Component, Kits, StockLine, Unit } from "@/modules/kits/kits";
import { kitRecords } from "@/modules/kits/module";
import { admin, testId } from "./actors";
import { kitTemplateId } from "./bookings";

/** One line of the tea kit. */
function line(index: number, change: Partial<Component>): Component {
  return {
    id: testId(20, index),
    kitTemplateId,
    name: "Part",
    quantity: 1,
    usage: "returnable",
    critical: false,
    removedAt: null,
    ...change,
  };
}

/** What the tea kit holds by its template: six thermoses, one burner that it cannot do without, 200 cups. */
export const teaParts = {
  thermos: line(1, { name: "Thermos", quantity: 6 }),
  burner: line(2, { name: "Burner", critical: true }),
  cups: line(3, { name: "Paper cup", quantity: 200, usage: "consumable" }),
} as const;

/** A tea kit at home in good condition; its number makes its id. */
export function unitIn(index = 1, change: Partial<Unit> = {}): Unit {
  return {
    id: testId(21, index),
    kitTemplateId,
    templateName: "Tea kit",
    code: `TEA-0${index}`,
    home: "Shelf 4",
    condition: "good",
    awaitingInspectionSince: null,
    quarantine: null,
    notSeenSince: null,
    archivedAt: null,
    custody: { holderId: null, since: "2026-11-01T12:00:00.000Z", kitAssignmentId: null, eventId: null },
    version: 1,
    ...change,
  };
}

/** What is in a kit: all that its template says unless said otherwise, by part. */
export function stockOf(
  unit: Pick<Unit, "id">,
  counts: Partial<Readonly<Record<keyof typeof teaParts, number>>> = {},
): readonly StockLine[] {
  const { thermos, burner, cups } = teaParts;
  return [
    { component: thermos, quantity: counts.thermos },
    { component: burner, quantity: counts.burner },
    { component: cups, quantity: counts.cups },
  ].map(({ component, quantity }) => ({
    componentId: component.id,
    place: "kit",
    kitInstanceId: unit.id,
    quantity: quantity ?? component.quantity,
  }));
}

/** So many of a part that are in no kit. */
export function looseStock(
  part: keyof typeof teaParts,
  place: Exclude<StockLine["place"], "kit">,
  quantity: number,
): StockLine {
  return { componentId: teaParts[part].id, place, kitInstanceId: null, quantity };
}

/** One whole tea kit at home, unless said otherwise. */
export function kitsOf(change: Partial<Kits> = {}): Kits {
  const units = change.units ?? [unitIn()];
  return {
    events: [],
    components: Object.values(teaParts),
    assignments: [],
    stock: units.flatMap((unit) => stockOf(unit)),
    ...change,
    units,
  };
}

/** Gives the template of the builders its lines, by its command; resolves to the ids of the lines by name. */
export async function lineTeaKit(
  database: Database,
): Promise<Readonly<Record<keyof typeof teaParts, string>>> {
  await runCommand(
    database,
    directory,
    {
      type: "update",
      recordType: "kitTemplate",
      recordId: kitTemplateId,
      version: 1,
      fields: kitTemplateFields.parse({
        name: "Tea kit",
        lines: Object.values(teaParts).map(({ name, quantity, usage, critical }) => ({
          name,
          quantity,
          usage,
          critical,
        })),
      }),
    },
    { actor: admin },
  );
  const rows = await database.query<{ id: string; name: string }>(sql`
    SELECT id, name FROM kit_component WHERE kit_template_id = ${kitTemplateId}`);
  const idOf = (part: Component) => rows.find(({ name }) => name === part.name)?.id ?? "";
  return { thermos: idOf(teaParts.thermos), burner: idOf(teaParts.burner), cups: idOf(teaParts.cups) };
}

/** Adds a tea kit by its command: whole, or with these parts. Resolves to its id. */
export async function addKit(
  database: Database,
  code: string,
  {
    home = "Shelf 4",
    contents = null,
  }: {
    readonly home?: string;
    readonly contents?: readonly { readonly componentId: string; readonly quantity: number }[] | null;
  } = {},
): Promise<string> {
  const input = createKitInput.parse({ fields: { kitTemplateId, code, home }, contents });
  const { result } = await runCommand(database, kitRecords, { type: "create", ...input }, { actor: admin });
  if (!result) throw new Error("no kit was made");
  return result.recordId;
}
