import "server-only";
import type { Subject } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import type { Fact } from "@/domain-events/catalog/fact";
import { decideRecord } from "@/modules/kits/decide/records";
import { decideStockTake } from "@/modules/kits/decide/take-stock";
import { decideUnit } from "@/modules/kits/decide/units";
import { evolveRecord } from "@/modules/kits/evolve/records";
import { evolveUnits } from "@/modules/kits/evolve/units";
import { type Kits, type Missing, missingIn, type UnitStatus, unitOf, unitStatus } from "@/modules/kits/kits";
import { kitRecordPolicy, kitUnitPolicy } from "@/modules/kits/policy/units";
import type { KitRecordCommand, KitRecordOutside, KitRecordState } from "@/modules/kits/records";
import { loadRecord } from "./load/records";
import { loadStockTake, loadUnits } from "./load/units";
import { save } from "./save";
import { saveRecord } from "./save-record";
import type { KitUnitCommand, KitUnitOutside, TakeStockCommand } from "@/modules/kits/units";

export interface KitRecordAnswer {
  readonly recordId: string;
  readonly version: number;
}

/** Kits as records of the directory. */
export const kitRecords: Subject<KitRecordCommand, KitRecordState, KitRecordOutside, KitRecordAnswer | null> =
  {
    name: "directory",
    recordName: "kit",
    policy: kitRecordPolicy,
    decide: decideRecord,
    evolve: evolveRecord,
    load: loadRecord,
    save: saveRecord,
    correlationId: ({ record }) => {
      if (record === null) throw new Error("a fact of a kit that does not exist");
      return record.id;
    },
    result: ({ record }) => record && { recordId: record.id, version: record.version },
    refusals: {
      kit_instance_code_key: () =>
        conflict("There is a kit with this code already, perhaps a retired one. Choose another code."),
    },
  };

/** How a kit stands after a command; null for what is about the spares alone. */
export interface KitUnitAnswer {
  readonly kit: {
    readonly kitInstanceId: string;
    readonly status: UnitStatus;
    readonly missing: readonly Missing[];
    readonly version: number;
  } | null;
}

const shared = {
  name: "kits",
  recordName: "kit",
  policy: kitUnitPolicy,
  save,
  correlationId: (state: Kits, _: unknown, { payload }: Fact) => chainOf(state, payload),
  refusals: {
    // The spares are anybody's to take until the command is through.
    kit_stock_not_negative: () =>
      ruleViolated("not_enough", "Somebody took some of these just now. Look at what is left."),
  },
} as const;

/** What is in kits and in the spares, and how kits are. */
export const kitUnits: Subject<KitUnitCommand, Kits, KitUnitOutside, KitUnitAnswer> = {
  ...shared,
  decide: decideUnit,
  evolve: evolveUnits,
  load: loadUnits,
  result: (state, { kitInstanceId }) => ({
    kit: kitInstanceId === undefined ? null : standingOf(state, kitInstanceId),
  }),
};

/** Places that are counted. */
export const stockTakes: Subject<
  TakeStockCommand,
  Kits,
  undefined,
  { readonly place: string; readonly notSeen: readonly { readonly id: string; readonly code: string }[] }
> = {
  ...shared,
  decide: decideStockTake,
  evolve: evolveUnits,
  load: loadStockTake,
  result: ({ units }, { place, kitInstanceIds }) => ({
    place,
    notSeen: units
      .filter(({ id, notSeenSince }) => notSeenSince !== null && !kitInstanceIds.some((seen) => seen === id))
      .map(({ id, code }) => ({ id, code })),
  }),
};

function standingOf(state: Kits, kitInstanceId: string): KitUnitAnswer["kit"] {
  const unit = unitOf(state, kitInstanceId);
  const missing = missingIn(state, unit);
  return { kitInstanceId, status: unitStatus(unit, missing), missing, version: unit.version };
}

/** The booking of the event that the kit is out for; a kit at home, a place and the spares are chains of their own. */
function chainOf({ events }: Kits, payload: object): string {
  if ("eventId" in payload) {
    const event = events.find(({ id }) => id === payload.eventId);
    if (event !== undefined) return event.bookingId;
  }
  if ("stockTakeId" in payload) return String(payload.stockTakeId);
  if ("kitInstanceId" in payload) return String(payload.kitInstanceId);
  return "kitTemplateId" in payload ? String(payload.kitTemplateId) : "";
}
