import type { Permission } from "@/server/permissions";
import { asAdmin, type FullInput, key } from "./full-input";
import { freeKitId, lendingKitId, neededTemplateId } from "./kit-need-rows";
import type { MatrixWorld } from "./world";

const range = { from: "2035-06-01T00:00:00Z", to: "2035-06-08T00:00:00Z" };

/** Of needs: which event is to get which kits. */
export function fullKitNeedInputs(world: MatrixWorld): Readonly<Partial<Record<Permission, FullInput>>> {
  const ofEvent = { eventId: world.managedEventId };
  const open = { kitAssignmentId: world.kitNeeds.open.managed, version: 1 };
  const short = { kitAssignmentId: world.kitNeeds.short.managed, version: 1 };
  return {
    "kits.availability": asAdmin({ from: range.from, days: 90 }),
    "kits.shortages": asAdmin({ kitTemplateId: neededTemplateId }),
    "kits.board": asAdmin({ ...range, kitTemplateId: neededTemplateId, q: "need" }),
    "kits.preparation": asAdmin(range),
    "kits.forEvent": asAdmin(ofEvent),
    "kits.ways": asAdmin({ kitAssignmentId: open.kitAssignmentId }),
    "kits.previewMove": asAdmin({ ...ofEvent, newDate: "2035-05-05T10:00" }),
    "kits.previewRelease": asAdmin(ofEvent),
    "kits.assign": asAdmin({
      ...key,
      activityId: world.activities.managed,
      kitTemplateId: neededTemplateId,
      quantity: 2,
      notes: "Bring the rain cover.",
    }),
    "kits.bind": asAdmin({ ...key, ...open, kitInstanceId: freeKitId }),
    "kits.cancelAssignment": asAdmin({ ...key, ...open, reason: "Not needed." }),
    "kits.resolveShortage": asAdmin({
      ...key,
      ...short,
      way: { kind: "borrow", kitInstanceId: lendingKitId },
    }),
  };
}
