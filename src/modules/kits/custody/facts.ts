import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { KitAssignment, Unit } from "@/modules/kits/kits";
import type { Movement } from "@/modules/kits/movements";

/** How every fact about a kit that serves an activity names it. */
export function named({ id, activityId, eventId }: KitAssignment, unit: Pick<Unit, "id">) {
  return { kitAssignmentId: id, activityId, eventId, kitInstanceId: unit.id };
}

type Kind = PayloadOf<"KIT_COMPONENTS_MOVED">["kind"];

/** One fact for each kind of move that there was. */
export function movedFacts(
  moves: readonly (readonly [Kind, readonly Movement[]])[],
  {
    assignment,
    unit,
    reason,
    context,
  }: {
    readonly assignment: KitAssignment;
    readonly unit: Unit;
    readonly reason?: string | undefined;
    readonly context: DecisionContext;
  },
): readonly Fact[] {
  return moves
    .filter(([, movements]) => movements.length > 0)
    .map(([kind, movements]) =>
      fact("KIT_COMPONENTS_MOVED", {
        ...named(assignment, unit),
        kitTemplateId: unit.kitTemplateId,
        movedBy: actorId(context.actor),
        movedAt: context.now,
        kind,
        movements,
        reason,
      }),
    );
}
