import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CustodyCommandOf } from "@/modules/kits/custody/commands";
import { differencesTo } from "@/modules/kits/custody/counts";
import { type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { movedFacts, named } from "@/modules/kits/custody/facts";
import { inState, kitInHand, refuseEventOver, refuseUnusable } from "@/modules/kits/custody/guards";
import { type Component, type Missing, type PackedLine, quantityAt, type Unit } from "@/modules/kits/kits";

/**
 * Packed and counted, part by part (domain.md rule 42). What is there beside what the kit was known to hold came from
 * the spares or was found; what is not, is missing. Less than the template says takes a reason. Counting again is fine.
 */
export function decidePrepare(
  command: CustodyCommandOf<"prepare">,
  state: KitCustody,
  context: DecisionContext,
): readonly Fact[] {
  const assignment = needOf(state, command);
  inState(state, assignment, ["assigned", "prepared"]);
  refuseEventOver(state, assignment);
  const unit = kitInHand(state, assignment, command.kitInstanceId);
  refuseUnusable(state, unit);
  const lines = countedLines(command, state, unit);
  const missing = shortOf(state, unit, lines);
  if (missing.length > 0 && command.shortReason === undefined) {
    throw ruleViolated(
      "short_needs_reason",
      "It holds less than its template says. Say why it goes like this.",
      { missing },
    );
  }
  const { packed, found, missing: gone } = differencesTo(state, unit.id, lines);
  const by = actorId(context.actor);
  const short = missing.length > 0 ? command.shortReason : undefined;
  const about = { assignment, unit, reason: short, context };
  return [
    ...movedFacts(
      [
        ["packed", packed],
        ["found", found],
        ["missing", gone],
      ],
      about,
    ),
    fact(
      "KIT_PREPARED",
      {
        ...named(assignment, unit),
        preparedBy: by,
        preparedAt: context.now,
        components: lines.map(({ componentId: id, name, quantity, condition }) => ({
          id,
          name,
          quantity,
          condition,
        })),
        notes: command.notes,
      },
      short === undefined
        ? undefined
        : { override: { reason: short, by, snapshot: { missing: missing.map((line) => ({ ...line })) } } },
    ),
  ];
}

/** Every part of the template, and what the kit still holds of parts that were taken out of it; each exactly once. */
function countedLines(
  { lines }: CustodyCommandOf<"prepare">,
  state: KitCustody,
  unit: Unit,
): readonly PackedLine[] {
  const parts = new Map(
    state.components
      .filter(({ kitTemplateId }) => kitTemplateId === unit.kitTemplateId)
      .map((one) => [one.id, one]),
  );
  const seen = new Set<string>();
  const problems: Record<string, string> = {};
  const counted = lines.flatMap((line, index): PackedLine[] => {
    const part = parts.get(line.componentId);
    if (part === undefined) problems[`lines.${index}.componentId`] = "This is no part of this kit.";
    if (seen.has(line.componentId)) problems[`lines.${index}.componentId`] = "This part is counted twice.";
    seen.add(line.componentId);
    return part === undefined ? [] : [{ ...line, name: part.name }];
  });
  const left = [...parts.values()].filter((part) => mustCount(state, unit, part) && !seen.has(part.id));
  if (left.length > 0) problems["lines"] = `Count ${left.map(({ name }) => name).join(", ")} as well.`;
  if (Object.keys(problems).length > 0) throw invalid("Count each part of the kit once.", problems);
  return counted;
}

function mustCount(state: KitCustody, unit: Unit, { id, removedAt }: Component): boolean {
  return removedAt === null || quantityAt(state, id, { kitInstanceId: unit.id }) > 0;
}

function shortOf(state: KitCustody, unit: Unit, lines: readonly PackedLine[]): readonly Missing[] {
  return state.components
    .filter(({ kitTemplateId, removedAt }) => kitTemplateId === unit.kitTemplateId && removedAt === null)
    .map(({ id, quantity }) => ({
      componentId: id,
      quantity: quantity - (lines.find(({ componentId }) => componentId === id)?.quantity ?? 0),
    }))
    .filter(({ quantity }) => quantity > 0);
}
