import { invalid } from "@/commands/errors";
import type { Condition } from "@/modules/kits/inputs";
import type { KitAssignment, Missing, Unit } from "@/modules/kits/kits";
import type { CustodyCommandOf } from "./commands";
import { conditionOf, conditionOfDamage, worseOf } from "./condition";
import { outstandingOf } from "./counts";
import type { KitCustody } from "./custody";

type ReturnCommand = CustodyCommandOf<"return">;
/** A counted part; ids that come from rows are not marked as read from outside. */
type ReturnLine = Omit<NonNullable<ReturnCommand["lines"]>[number], "componentId"> & Missing;

/** What one session of a return comes to. */
export interface ReturnSession {
  readonly isLast: boolean;
  /** This time. */
  readonly lines: readonly Missing[];
  /** After it; below zero for more than went out. */
  readonly outstanding: readonly Missing[];
  readonly condition: Condition;
  readonly damaged: readonly {
    readonly id: string;
    readonly description: string;
    readonly severity: "minor" | "moderate" | "severe";
  }[];
}

/** Throws `INVALID` for what is no part of the kit, or counted twice. */
export function sessionOf(
  command: ReturnCommand,
  state: KitCustody,
  assignment: KitAssignment,
  unit: Unit,
): ReturnSession {
  const packed = assignment.prepared?.lines ?? [];
  const open = outstandingOf(packed, assignment.returned);
  const lines = command.lines ?? allThatIsOut(open, state);
  refuseStrange(lines, state, unit);
  const seen = lines.filter(({ quantity, damage }) => quantity > 0 || damage !== undefined);
  const parts = seen.map(({ componentId, condition, damage }) => {
    const before = packed.find((line) => line.componentId === componentId)?.condition;
    const said = condition ?? before ?? "good";
    return {
      componentId,
      condition: damage === undefined ? said : worseOf(said, conditionOfDamage[damage.severity]),
    };
  });
  const ofSession = conditionOf(parts, state.components, unit.condition);
  return {
    isLast: command.isLast,
    lines: lines.map(({ componentId, quantity }) => ({ componentId, quantity })),
    outstanding: outstandingOf(packed, [...assignment.returned, ...lines]),
    condition: assignment.status === "partly_returned" ? worseOf(ofSession, unit.condition) : ofSession,
    damaged: lines.flatMap(({ componentId: id, damage }) =>
      damage === undefined ? [] : [{ id, ...damage }],
    ),
  };
}

/** In one tap: every part that is still out and is expected back. */
function allThatIsOut(open: readonly Missing[], { components }: KitCustody): readonly ReturnLine[] {
  const isUsedUp = new Set(components.filter(({ usage }) => usage === "consumable").map(({ id }) => id));
  return open
    .filter(({ componentId, quantity }) => quantity > 0 && !isUsedUp.has(componentId))
    .map(({ componentId, quantity }) => ({ componentId, quantity }));
}

function refuseStrange(lines: readonly ReturnLine[], { components }: KitCustody, unit: Unit): void {
  const parts = new Set(
    components.filter(({ kitTemplateId }) => kitTemplateId === unit.kitTemplateId).map(({ id }) => id),
  );
  const seen = new Set<string>();
  const problems: Record<string, string> = {};
  lines.forEach(({ componentId }, index) => {
    if (!parts.has(componentId)) problems[`lines.${index}.componentId`] = "This is no part of this kit.";
    if (seen.has(componentId)) problems[`lines.${index}.componentId`] = "This part is counted twice.";
    seen.add(componentId);
  });
  if (Object.keys(problems).length > 0) throw invalid("Count each part of the kit once.", problems);
}
