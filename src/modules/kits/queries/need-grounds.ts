import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Component, KitAssignment, Missing } from "@/modules/kits/kits";
import type { NeedGrounds } from "@/modules/kits/needs/shapes";
import { type Shortage, shortageOf } from "@/modules/kits/needs/shortage";
import { readComponents, readStock, readUnits } from "@/modules/kits/store/read";
import { readUses } from "@/modules/kits/store/read-needs";

/** What a need lacks, with names for people. */
export interface ShortageView {
  readonly missing: readonly NamedQuantity[];
  readonly cause: string;
  /** The kit itself cannot be had. */
  readonly isWhole: boolean;
}

export interface NamedQuantity {
  readonly componentId: string;
  readonly name: string;
  readonly quantity: number;
}

/** What the rules of shortages look at for these needs and kits; five statements, whatever their number. */
export async function readGrounds(
  db: Queryable,
  needs: readonly Pick<KitAssignment, "kitInstanceId" | "kitTemplateId">[],
  moreUnitIds: readonly string[] = [],
): Promise<NeedGrounds> {
  const bound = needs.flatMap(({ kitInstanceId }) => (kitInstanceId === null ? [] : [kitInstanceId]));
  const unitIds = [...new Set([...bound, ...moreUnitIds])];
  const [units, components, uses, [clock]] = await Promise.all([
    readUnits(db, sql`u.id = ANY (${unitIds}::uuid[])`),
    readComponents(db, [...new Set(needs.map(({ kitTemplateId }) => kitTemplateId))]),
    readUses(db, unitIds),
    db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`),
  ]);
  if (!clock) throw new Error("the database returned no clock");
  const stock = await readStock(
    db,
    components.map(({ id }) => id),
    unitIds,
  );
  return { state: { units, components, stock }, uses, now: clock.now.toISOString() };
}

export function toShortageView(need: KitAssignment, grounds: NeedGrounds): ShortageView | null {
  const shortage: Shortage | null = shortageOf(need, grounds);
  return shortage && { ...shortage, missing: withNames(shortage.missing, grounds.state.components) };
}

export function withNames(
  lines: readonly Missing[],
  components: readonly Component[],
): readonly NamedQuantity[] {
  return lines.map((line) => ({
    ...line,
    name: components.find(({ id }) => id === line.componentId)?.name ?? "",
  }));
}
