import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { NeedCommandOf } from "@/modules/kits/commands/needs";
import { type KitAssignment, type Kits, type Missing, quantityAt, unitOf } from "@/modules/kits/kits";
import { lentBy } from "@/modules/kits/needs/lend";
import type { NeedsOutside } from "@/modules/kits/needs/shapes";
import { inWords, type Shortage, shortageOf } from "@/modules/kits/needs/shortage";
import { idsOf, needToDecide, shortagePayload } from "./facts";

type Movement = PayloadOf<"KIT_COMPONENTS_MOVED">["movements"][number];

/** Settles what a bound kit lacks, from spares, from another kit, or by a reason (domain.md rule 38). */
export function decideResolve(
  command: NeedCommandOf<"resolveShortage">,
  state: Kits,
  { uses }: NeedsOutside,
  context: DecisionContext,
): readonly Fact[] {
  const need = needToDecide(command, state);
  const shortage = shortageOf(need, { state, uses, now: context.now });
  if (shortage === null) {
    throw ruleViolated("no_shortage", "Nothing is missing any more. Reload the event.");
  }
  if (shortage.isWhole) {
    throw ruleViolated("kit_unusable", `${shortage.cause} Bind another kit, or move the event.`);
  }
  const { way } = command;
  switch (way.kind) {
    case "accept_short":
      return [resolvedFact(need, shortage, way.reason, context)];
    case "spares":
      return filledUp(need, shortage, fromSpares(state, shortage), { kind: "topped_up", state, context });
    case "borrow":
      return filledUp(need, shortage, fromKit(state, shortage, way.kitInstanceId), {
        kind: "borrowed",
        state,
        context,
      });
    default:
      return neverWay(way);
  }
}

function neverWay(way: never): never {
  throw new Error(`unknown way out of a shortage ${JSON.stringify(way)}`);
}

interface Filling {
  readonly kind: "topped_up" | "borrowed";
  readonly state: Kits;
  readonly context: DecisionContext;
}

/** What came, and that nothing is missing any more, if that is so; the rest waits for another way. */
function filledUp(
  need: KitAssignment,
  shortage: Shortage,
  sources: readonly Omit<Movement, "to" | "toKitInstanceId">[],
  { kind, state, context }: Filling,
): readonly Fact[] {
  const { kitInstanceId } = need;
  if (kitInstanceId === null) throw new Error("a shortage of parts belongs to a bound kit");
  const came: readonly Missing[] = sources;
  const moved = fact("KIT_COMPONENTS_MOVED", {
    ...idsOf(need),
    kitInstanceId,
    kitTemplateId: need.kitTemplateId,
    movedBy: actorId(context.actor),
    movedAt: context.now,
    kind,
    movements: sources.map((source) => ({ ...source, to: "kit", toKitInstanceId: kitInstanceId })),
    reason: shortage.cause,
  });
  const isFull = shortage.missing.every(
    ({ componentId, quantity }) =>
      (came.find((line) => line.componentId === componentId)?.quantity ?? 0) >= quantity,
  );
  const words = inWords(came, state.components);
  const resolution = kind === "topped_up" ? `Topped up from the spares: ${words}.` : `Borrowed: ${words}.`;
  return isFull ? [moved, resolvedFact(need, shortage, resolution, context)] : [moved];
}

function resolvedFact(
  need: KitAssignment,
  shortage: Shortage,
  resolution: string,
  { actor, now }: DecisionContext,
): Fact {
  return fact("KIT_SHORTAGE_RESOLVED", {
    ...shortagePayload(need, shortage),
    resolvedBy: actorId(actor),
    resolvedAt: now,
    resolution,
  });
}

function fromSpares(state: Kits, { missing }: Shortage) {
  const lines = missing
    .map(({ componentId, quantity }) => ({
      componentId,
      quantity: Math.min(quantity, quantityAt(state, componentId, "spares")),
      from: "spares" as const,
    }))
    .filter(({ quantity }) => quantity > 0);
  if (lines.length > 0) return lines;
  throw ruleViolated("no_spares", "There are no spares of what is missing. Choose another way.");
}

function fromKit(state: Kits, { missing }: Shortage, lenderId: string) {
  const lender = unitOf(state, lenderId);
  const lent = lentBy(state, lender, missing);
  if ("refusal" in lent) throw lent.refusal;
  return lent.lines.map((line) => ({ ...line, from: "kit" as const, fromKitInstanceId: lenderId }));
}
