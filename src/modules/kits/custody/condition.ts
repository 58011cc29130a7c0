import { type Condition, conditions } from "@/modules/kits/inputs";
import type { Component } from "@/modules/kits/kits";

/** The conditions that kits and their parts can be in, and the worst of several. */

export function worseOf(one: Condition, other: Condition): Condition {
  return conditions.indexOf(one) >= conditions.indexOf(other) ? one : other;
}

/** Of a part that is damaged so badly: minor only flags, severe keeps the kit from use (domain.md rule 41). */
export const conditionOfDamage = { minor: "fair", moderate: "poor", severe: "damaged" } as const;

export interface SeenPart {
  readonly componentId: string;
  readonly condition: Condition;
}

/**
 * The worst critical part is the condition of the kit, not an average (domain.md rule 41); of a template without
 * critical parts each one counts. What nobody saw leaves the kit as it was.
 */
export function conditionOf(
  seen: readonly SeenPart[],
  components: readonly Pick<Component, "id" | "critical">[],
  present: Condition,
): Condition {
  const critical = new Set(components.filter((one) => one.critical).map(({ id }) => id));
  const counting = critical.size === 0 ? seen : seen.filter(({ componentId }) => critical.has(componentId));
  const [first, ...others] = counting.map(({ condition }) => condition);
  return first === undefined ? present : others.reduce(worseOf, first);
}
