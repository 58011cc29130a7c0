import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import { type Kits, quantityAt, unitOf } from "@/modules/kits/kits";
import type { Movement } from "@/modules/kits/movements";
import type { CommandOf } from "@/modules/kits/units";
import { lyingKit } from "./lying-kit";
import { partsMoved } from "./move-components";

/** Takes from the spares what a kit lacks, as far as they reach, and puts away what its template asks no more (rule 44). */
export function decideMatch(
  { kitInstanceId }: CommandOf<"matchTemplate">,
  state: Kits,
  context: DecisionContext,
): readonly Fact[] {
  const kit = lyingKit(unitOf(state, kitInstanceId));
  if (kit.archivedAt !== null) {
    throw ruleViolated("kit_retired", `${kit.code} is retired. Bring it back first.`);
  }
  const lines = state.components
    .filter(({ kitTemplateId }) => kitTemplateId === kit.kitTemplateId)
    .map(({ id, quantity, removedAt }) => {
      const held = quantityAt(state, id, { kitInstanceId: kit.id });
      return {
        id,
        lacks: (removedAt === null ? quantity : 0) - held,
        spares: quantityAt(state, id, "spares"),
      };
    });
  const added = lines.map(({ id, lacks, spares }) => toKit(id, Math.min(lacks, spares), kit.id));
  const removed = lines.map(({ id, lacks }) => toSpares(id, -lacks, kit.id));
  const of = { kit, templateId: kit.kitTemplateId };
  const facts = [
    { kind: "topped_up", movements: added.filter(isSomething) },
    { kind: "put_away", movements: removed.filter(isSomething) },
  ] as const;
  const done = facts.filter(({ movements }) => movements.length > 0);
  if (done.length === 0 && lines.some(({ lacks }) => lacks > 0)) {
    throw ruleViolated(
      "no_spares",
      "The spares hold nothing of what this kit lacks. Add some, or borrow it.",
    );
  }
  return done.map((one) => partsMoved({ ...of, ...one, reason: "Brought to its template." }, context));
}

function isSomething({ quantity }: Movement): boolean {
  return quantity > 0;
}

function toKit(componentId: string, quantity: number, toKitInstanceId: string): Movement {
  return { componentId, quantity, from: "spares", to: "kit", toKitInstanceId };
}

function toSpares(componentId: string, quantity: number, fromKitInstanceId: string): Movement {
  return { componentId, quantity, from: "kit", fromKitInstanceId, to: "spares" };
}
