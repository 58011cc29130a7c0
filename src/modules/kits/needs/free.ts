import { type Refusal, ruleViolated } from "@/commands/errors";
import type { KitAssignment, Unit } from "@/modules/kits/kits";
import { eventCode, type NeedGrounds } from "./shapes";
import { stillOut } from "./shortage";
import { needsOverlap } from "./window";

type Need = Pick<
  KitAssignment,
  "id" | "eventId" | "kitTemplateId" | "kitInstanceId" | "windowStart" | "windowEnd"
>;

/** Why a kit cannot be bound to a need; null where it can: it is whole enough to use and free for the whole window. */
export function bindRefusal(need: Need, unit: Unit, grounds: NeedGrounds): Refusal | null {
  const { code } = unit;
  if (unit.kitTemplateId !== need.kitTemplateId) {
    return ruleViolated(
      "other_template",
      `${code} is another kind of kit. Choose one of the kind that is needed.`,
    );
  }
  if (unit.archivedAt !== null)
    return ruleViolated("kit_retired", `${code} was retired. Choose another kit.`);
  if (unit.quarantine !== null) {
    return ruleViolated(
      "kit_quarantined",
      `${code} is in quarantine. Choose another kit, or inspect it first.`,
    );
  }
  const away = stillOut(need, unit.id, grounds, true);
  if (away !== null) {
    return ruleViolated("kit_still_out", `${code} is still out at ${eventCode(away)}. Choose another kit.`, {
      eventId: away.eventId,
    });
  }
  const taken = grounds.uses.find(
    (use) => use.kitInstanceId === unit.id && use.eventId !== need.eventId && needsOverlap(use, need),
  );
  return taken ? kitTaken(`${code} is taken by ${eventCode(taken)} at that time.`, taken.eventId) : null;
}

/** Also what the constraint `kit_assignment_one_event` says. */
export function kitTaken(sentence: string, eventId: string | null = null): Refusal {
  return ruleViolated("kit_taken", `${sentence} Choose another kit.`, { eventId });
}
