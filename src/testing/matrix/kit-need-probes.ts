import { freeKitId, neededTemplateId, type NeedyEventName } from "./kit-need-rows";
import { missingId, type ProbesOf, type Target } from "./probe";
import type { MatrixWorld } from "./world";

type NeedRow =
  `kits.${"availability" | "shortages" | "board" | "preparation" | "forEvent" | "ways" | "previewMove" | "previewRelease" | "assign" | "bind" | "cancelAssignment" | "resolveShortage"}`;

const range = { from: "2035-06-01T00:00:00Z", to: "2035-06-08T00:00:00Z" };

/** What an event needs of kits is its manager's business and the desk's. */
export function kitNeedProbes(world: MatrixWorld): ProbesOf<NeedRow> {
  const each = (inputOf: (name: NeedyEventName) => object): readonly Target[] => [
    { name: "managed", input: inputOf("managed"), owners: ["manager"] },
    { name: "not managed", input: inputOf("other"), owners: [] },
    { name: "foreign", input: inputOf("foreign"), owners: [] },
  ];
  const record = (targets: readonly Target[], missing: object) =>
    ({ kind: "record", targets, missing }) as const;
  const events = (more: object) => [
    { name: "managed", input: { eventId: world.managedEventId, ...more }, owners: ["manager"] } as const,
    { name: "foreign", input: { eventId: world.foreignEventId, ...more }, owners: [] } as const,
  ];
  const ofNeed = (needs: "open" | "short", more: object) =>
    record(
      each((name) => ({ kitAssignmentId: world.kitNeeds[needs][name], ...more })),
      { kitAssignmentId: missingId, ...more },
    );
  const version = { version: 1 };
  const newDate = { newDate: "2035-05-05T10:00" };
  return {
    "kits.availability": { kind: "free", input: { from: range.from } },
    "kits.shortages": { kind: "free", input: {} },
    "kits.board": { kind: "free", input: range },
    "kits.preparation": { kind: "free", input: range },
    "kits.forEvent": record(events({}), { eventId: missingId }),
    "kits.ways": ofNeed("open", {}),
    "kits.previewMove": record(events(newDate), { eventId: missingId, ...newDate }),
    "kits.previewRelease": record(events({}), { eventId: missingId }),
    "kits.assign": record(
      each((name) => ({ activityId: world.activities[name], kitTemplateId: neededTemplateId })),
      { activityId: missingId, kitTemplateId: neededTemplateId },
    ),
    "kits.bind": ofNeed("open", { ...version, kitInstanceId: freeKitId }),
    "kits.cancelAssignment": ofNeed("open", { ...version, reason: "Not needed." }),
    "kits.resolveShortage": ofNeed("short", { ...version, way: { kind: "spares" } }),
  };
}
