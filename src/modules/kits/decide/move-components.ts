import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type Kits, quantityAt, type Unit, unitOf } from "@/modules/kits/kits";
import type { Movement } from "@/modules/kits/movements";
import { type CommandOf, componentOf, type KitUnitOutside } from "@/modules/kits/units";
import { lyingKit } from "./lying-kit";

type Move = CommandOf<"moveComponents">;

/** Where parts are, as far as one may take them from there: a kit, the spares, or what was lost. */
type Spot = { readonly kit: Unit } | "spares" | "lost" | "outside" | "written_off";

/** Parts come into a kit or the spares, or leave them; nothing is ever made or lost without a word of it. */
export function decideMove(
  command: Move,
  state: Kits,
  outside: KitUnitOutside,
  context: DecisionContext,
): readonly Fact[] {
  const { kitInstanceId, kind } = command;
  const kit = kitInstanceId === undefined ? null : lyingKit(unitOf(state, kitInstanceId));
  const templateId =
    kit?.kitTemplateId ?? componentOf(state, command.parts[0]?.componentId ?? "").kitTemplateId;
  for (const { componentId } of command.parts) {
    if (componentOf(state, componentId).kitTemplateId !== templateId) {
      throw invalid("These parts belong to different kit templates. Move those of each template alone.");
    }
  }
  const movements = kind === "counted" ? counted(command, state, kit) : moved(command, state, kit, outside);
  if (movements.length === 0) return [];
  return [partsMoved({ kit, templateId, kind, movements, reason: command.reason }, context)];
}

/** What became of parts, of a kit or of the spares. */
export function partsMoved(
  given: {
    readonly kit: Pick<Unit, "id"> | null;
    readonly templateId: string;
    readonly kind: Move["kind"];
    readonly movements: readonly Movement[];
    readonly reason?: string | undefined;
  },
  context: DecisionContext,
): Fact {
  return fact("KIT_COMPONENTS_MOVED", {
    kitInstanceId: given.kit?.id,
    kitTemplateId: given.templateId,
    movedBy: actorId(context.actor),
    movedAt: context.now,
    kind: given.kind,
    movements: given.movements,
    reason: given.reason === "" ? undefined : given.reason,
  });
}

function moved(
  command: Move,
  state: Kits,
  kit: Unit | null,
  { borrowed }: KitUnitOutside,
): readonly Movement[] {
  const { from, to } = wayOf(command, state, kit);
  if (isKit(to) && to.kit.archivedAt !== null) {
    throw ruleViolated("kit_retired", `${to.kit.code} is retired. Bring it back first.`);
  }
  return command.parts
    .filter(({ quantity }) => quantity > 0)
    .map(({ componentId, quantity }) => {
      const { name } = componentOf(state, componentId);
      const there = heldAt(state, componentId, from);
      if (there < quantity) throw notEnough(from, name, there);
      const owed = borrowed.find((one) => one.componentId === componentId)?.quantity ?? 0;
      if (command.kind === "given_back" && owed < quantity) {
        throw ruleViolated("not_borrowed", `${name}: ${owed} of these were borrowed from that kit.`);
      }
      return movement(componentId, quantity, from, to);
    });
}

/** Where the parts come from and where they go. Throws where the kit that it takes is not named. */
function wayOf(command: Move, state: Kits, kit: Unit | null): { readonly from: Spot; readonly to: Spot } {
  const here: Spot = kit === null ? "spares" : { kit };
  switch (command.kind) {
    case "acquired":
      return { from: "outside", to: here };
    case "found":
      return { from: "lost", to: here };
    case "missing":
      return { from: here, to: "lost" };
    case "written_off":
      if (!command.reason) throw invalid("Say why these parts are written off.", { reason: "Say why." });
      return { from: here, to: "written_off" };
    case "topped_up":
      return { from: "spares", to: { kit: needed(kit) } };
    case "put_away":
      return { from: { kit: needed(kit) }, to: "spares" };
    case "borrowed":
      return { from: { kit: otherKit(command, state, needed(kit)) }, to: { kit: needed(kit) } };
    case "given_back":
      return { from: { kit: needed(kit) }, to: { kit: otherKit(command, state, needed(kit)) } };
    case "counted":
      throw new Error("a count names no way");
    default:
      return neverKind(command.kind);
  }
}

function neverKind(kind: never): never {
  throw new Error(`unknown kind of move ${String(kind)}`);
}

function needed(kit: Unit | null): Unit {
  if (kit === null) throw invalid("Say which kit this is about.", { kitInstanceId: "Choose the kit." });
  return kit;
}

function otherKit({ otherKitInstanceId }: Move, state: Kits, kit: Unit): Unit {
  if (otherKitInstanceId === undefined) {
    throw invalid("Say which other kit this is about.", { otherKitInstanceId: "Choose the other kit." });
  }
  const other = lyingKit(unitOf(state, otherKitInstanceId));
  if (other.id === kit.id)
    throw ruleViolated("same_kit", "A kit cannot borrow from itself. Choose another kit.");
  if (other.kitTemplateId !== kit.kitTemplateId) {
    throw ruleViolated(
      "other_template",
      `${other.code} is another kind of kit. Choose one of the same template.`,
    );
  }
  return other;
}

/** A count says how many there are: what is too few is lost, what is too many was lost before, or is new to us. */
function counted({ parts, reason }: Move, state: Kits, kit: Unit | null): readonly Movement[] {
  if (!reason) throw invalid("Say why the count is corrected.", { reason: "Say why." });
  return countMovements(state, kit === null ? "spares" : { kit }, parts);
}

/** The movements after which there is what was counted. */
export function countMovements(
  state: Kits,
  at: Spot,
  parts: readonly { readonly componentId: string; readonly quantity: number }[],
): readonly Movement[] {
  return parts.flatMap(({ componentId, quantity }) => {
    const difference = quantity - heldAt(state, componentId, at);
    if (difference < 0) return [movement(componentId, -difference, at, "lost")];
    const found = Math.min(difference, heldAt(state, componentId, "lost"));
    return [
      movement(componentId, found, "lost", at),
      movement(componentId, difference - found, "outside", at),
    ].filter((one) => one.quantity > 0);
  });
}

function isKit(spot: Spot): spot is { readonly kit: Unit } {
  return typeof spot === "object";
}

function heldAt(state: Kits, componentId: string, spot: Spot): number {
  if (spot === "outside") return Number.POSITIVE_INFINITY;
  return quantityAt(state, componentId, isKit(spot) ? { kitInstanceId: spot.kit.id } : spot);
}

function notEnough(from: Spot, name: string, there: number) {
  const where = isKit(from) ? `${from.kit.code} holds` : from === "lost" ? "Lost so far:" : "The spares hold";
  return ruleViolated("not_enough", `${where} ${there} × ${name}. Enter no more than that.`);
}

function movement(componentId: string, quantity: number, from: Spot, to: Spot): Movement {
  return {
    componentId,
    quantity,
    ...(isKit(from) ? { from: "kit", fromKitInstanceId: from.kit.id } : { from }),
    ...(isKit(to) ? { to: "kit", toKitInstanceId: to.kit.id } : { to }),
  };
}
