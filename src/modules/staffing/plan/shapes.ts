import type { Commitment, Shift } from "@/modules/staffing/fit/shapes";

/** A roster of many slots at once, as a problem of choosing. */

/** A slot to be filled. */
export interface PlanSlot {
  readonly slotId: string;
  readonly shift: Shift;
  /** `EV-221`. */
  readonly code: string;
  readonly title: string;
}

/** Slots that differ in nothing that a person could mind: one role of one event at one time. */
export interface SlotGroup {
  readonly slots: readonly PlanSlot[];
  /** Stands for all of them. */
  readonly slot: PlanSlot;
}

/** Somebody who could have a slot of a group. */
export interface Choice {
  readonly person: string;
  /** The place among the groups. */
  readonly group: number;
  /** Of the fit, 0 to 100. */
  readonly score: number;
}

/** `Σ coefficient × choice ≤ max`; columns are places among the choices. */
export interface Row {
  readonly columns: readonly number[];
  readonly coefficients: readonly number[];
  readonly max: number;
}

/** Who has what: places among the choices that are taken. */
export type Roster = readonly number[];

export interface RosterProblem {
  readonly groups: readonly SlotGroup[];
  readonly choices: readonly Choice[];
  /** What each person has taken already. */
  readonly commitments: ReadonlyMap<string, readonly Commitment[]>;
}
