import type { Fact } from "@/domain-events/catalog/fact";
import type { Kits, Unit } from "@/modules/kits/kits";
import { withMovements } from "@/modules/kits/movements";

/** The kits after a fact about them as things. */
export function evolveUnits(state: Kits, fact: Fact): Kits {
  switch (fact.type) {
    case "KIT_COMPONENTS_MOVED":
      return { ...state, stock: withMovements(state.stock, fact.payload.movements) };
    case "KIT_INSPECTED": {
      const { kitInstanceId, condition } = fact.payload;
      return changed(state, kitInstanceId, { condition, awaitingInspectionSince: null, quarantine: null });
    }
    case "KIT_QUARANTINED": {
      const { kitInstanceId, quarantinedAt: at, reason } = fact.payload;
      return changed(state, kitInstanceId, { quarantine: { at, reason } });
    }
    case "KIT_STOCK_TAKEN": {
      const { kitsSeen, kitsMisplaced, kitsMissing, takenAt } = fact.payload;
      const found = new Set([...kitsSeen, ...kitsMisplaced]);
      const missing = new Set(kitsMissing);
      return {
        ...state,
        units: state.units.map((unit) => {
          if (found.has(unit.id) && unit.notSeenSince !== null) return next(unit, { notSeenSince: null });
          return missing.has(unit.id) && unit.notSeenSince === null
            ? next(unit, { notSeenSince: takenAt })
            : unit;
        }),
      };
    }
    default:
      return state;
  }
}

function changed(state: Kits, unitId: string, change: Partial<Unit>): Kits {
  return { ...state, units: state.units.map((unit) => (unit.id === unitId ? next(unit, change) : unit)) };
}

function next(unit: Unit, change: Partial<Unit>): Unit {
  return { ...unit, ...change, version: unit.version + 1 };
}
