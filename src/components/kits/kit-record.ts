import type { RouterOutputs } from "@/trpc/client";

export type KitsOfEvent = RouterOutputs["kits"]["atEvent"];
export type KitAtEvent = KitsOfEvent["items"][number];

export interface KitGroup {
  readonly title: string;
  readonly items: readonly KitAtEvent[];
}

/** In the order in which somebody has to see to them: what is overdue, to pack, to hand out, out, and back. */
export function kitGroups(items: readonly KitAtEvent[]): readonly KitGroup[] {
  const of = (...wanted: readonly KitAtEvent["status"][]) =>
    items.filter(({ status, isOverdue }) => wanted.includes(status) && !isOverdue);
  return [
    { title: "Overdue", items: items.filter(({ isOverdue }) => isOverdue) },
    { title: "To pack", items: of("assigned") },
    { title: "Ready to hand out", items: of("prepared") },
    { title: "Out", items: of("checked_out", "partly_returned") },
    { title: "Back", items: of("returned") },
  ].filter((group) => group.items.length > 0);
}

/** "2 of 3 packed, 1 out, 1 overdue". */
export function kitsWords(items: readonly KitAtEvent[]): string {
  const packed = items.filter(({ status }) => status !== "assigned").length;
  const out = items.filter(({ status }) => status === "checked_out" || status === "partly_returned").length;
  const overdue = items.filter(({ isOverdue }) => isOverdue).length;
  return [
    `${packed} of ${items.length} packed`,
    ...(out > 0 ? [`${out} out`] : []),
    ...(overdue > 0 ? [`${overdue} overdue`] : []),
  ].join(", ");
}

/** The code on its label, or the kind while none is bound. */
export function kitName({ kit, templateName }: Pick<KitAtEvent, "kit" | "templateName">): string {
  return kit?.code ?? templateName;
}

/** How many of each part are still out; of what is used up none are expected. */
export function stillOut(lines: KitAtEvent["lines"]): ReadonlyMap<string, number> {
  return new Map(
    lines.map(({ componentId, usage, packed, returned }) => [
      componentId,
      usage === "consumable" ? 0 : Math.max(0, (packed?.quantity ?? 0) - returned),
    ]),
  );
}
