import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { Kits, Unit } from "@/modules/kits/kits";
import { componentOf, type TakeStockCommand } from "@/modules/kits/units";
import { countMovements, partsMoved } from "./move-components";

/** What a fact can name in one list. */
const KITS_MAX = 500;

/**
 * Compares what lies at a place with what should: kits that are not there are missing, and those that should be
 * elsewhere, or with somebody, are misplaced. Spares are what was counted.
 */
export function decideStockTake(
  { place, kitInstanceIds, spares, notes }: TakeStockCommand,
  state: Kits,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  const seen = new Set<string>(kitInstanceIds);
  const here = state.units.filter((unit) => isExpectedAt(unit, place));
  if (here.length === 0 && seen.size === 0 && spares.length === 0) {
    throw invalid("No kit has its home there, and none was scanned.", { place: "Choose another place." });
  }
  if (here.length > KITS_MAX) {
    throw invalid("More kits have their home there than one count can name.", {
      place: `Divide the place: ${KITS_MAX} kits at most.`,
    });
  }
  const taken = fact("KIT_STOCK_TAKEN", {
    stockTakeId: context.newId(),
    place,
    takenBy: actorId(context.actor),
    takenAt: context.now,
    kitsSeen: idsOf(here.filter(({ id }) => seen.has(id))),
    kitsMissing: idsOf(here.filter(({ id }) => !seen.has(id))),
    kitsMisplaced: idsOf(state.units.filter((unit) => seen.has(unit.id) && !isExpectedAt(unit, place))),
    notes: notes === "" ? undefined : notes,
  });
  return [taken, ...sparesCounted(spares, place, state, context)];
}

function isExpectedAt({ home, archivedAt, custody }: Unit, place: string): boolean {
  return home === place && archivedAt === null && custody.holderId === null;
}

function idsOf(units: readonly Unit[]): readonly string[] {
  return units.map(({ id }) => id);
}

function sparesCounted(
  spares: TakeStockCommand["spares"],
  place: string,
  state: Kits,
  context: DecisionContext,
): readonly Fact[] {
  const templateOf = (componentId: string) => componentOf(state, componentId).kitTemplateId;
  return [...new Set(spares.map(({ componentId }) => templateOf(componentId)))].flatMap((templateId) => {
    const parts = spares.filter(({ componentId }) => templateOf(componentId) === templateId);
    const movements = countMovements(state, "spares", parts);
    if (movements.length === 0) return [];
    const reason = `Stock was taken: ${place}.`;
    return [partsMoved({ kit: null, templateId, kind: "counted", movements, reason }, context)];
  });
}
