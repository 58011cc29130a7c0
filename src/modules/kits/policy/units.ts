import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";

/** Kits as records are the warehouse's, which is the admins' (domain.md, People); `operator` fills the demo. */
export function kitRecordPolicy(actor: Actor): PolicyAnswer {
  if (actor.kind === "system") return actor.handler === "operator" ? "allow" : "deny";
  return actor.role === "admin" ? "allow" : "deny";
}

/** So is what is in them and how they are; what comes back badly damaged is quarantined by itself (rule 41). */
export function kitUnitPolicy(actor: Actor, command: { readonly type: string }): PolicyAnswer {
  if (actor.kind === "system" && actor.handler === "workflow") {
    return command.type === "quarantine" ? "allow" : "deny";
  }
  return kitRecordPolicy(actor);
}

/** What somebody who may see a kit may do with it now; sent with the record, so that no screen has to guess. */
export interface KitAbilities {
  readonly edit: boolean;
  readonly move: boolean;
  readonly inspect: boolean;
  readonly quarantine: boolean;
  readonly retire: boolean;
  readonly restore: boolean;
}

export function kitAbilities(kit: {
  readonly isRetired: boolean;
  readonly isOut: boolean;
  readonly isQuarantined: boolean;
  readonly isBound: boolean;
}): KitAbilities {
  const isInUse = !kit.isRetired;
  return {
    edit: isInUse,
    move: !kit.isOut,
    inspect: isInUse && !kit.isOut,
    quarantine: isInUse && !kit.isQuarantined,
    retire: isInUse && !kit.isOut && !kit.isBound,
    restore: kit.isRetired,
  };
}
