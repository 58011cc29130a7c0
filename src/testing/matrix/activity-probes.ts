import { missingId, type ProbesOf, type Target } from "./probe";
import type { MatrixWorld } from "./world";

/** Clients know of their events, not of what the agency does there, so only the manager owns a part of one. */
export function activityProbes(world: MatrixWorld): ProbesOf<`activities.${string}`> {
  const events = (more: object): Target[] => [
    { name: "managed", input: { eventId: world.managedEventId, ...more }, owners: ["manager"] },
    { name: "not managed", input: { eventId: world.otherEventId, ...more }, owners: [] },
    { name: "foreign", input: { eventId: world.foreignEventId, ...more }, owners: [] },
  ];
  const activities = (more: object, ends?: string): Target[] => {
    const end = ends === undefined ? {} : { ends };
    const { managed, other, foreign } = world.activities;
    return [
      { name: "managed", input: { activityId: managed, ...more }, owners: ["manager"], ...end },
      { name: "not managed", input: { activityId: other, ...more }, owners: [], ...end },
      { name: "foreign", input: { activityId: foreign, ...more }, owners: [], ...end },
    ];
  };
  const record = (targets: readonly Target[], missing: object) =>
    ({ kind: "record", targets, missing }) as const;
  const added = { activityType: "Sampling", duration: 60 };
  const issue = { issueType: "crowding", description: "The line blocks the path.", impactLevel: "major" };
  const reason = { reason: "It rains." };
  return {
    "activities.listForEvent": record(events({}), { eventId: missingId }),
    "activities.previewRelease": record(events({}), { eventId: missingId }),
    "activities.create": record(events(added), { eventId: missingId, ...added }),
    // The events of this world are still ahead.
    "activities.start": record(activities({}, "RULE_VIOLATED"), { activityId: missingId }),
    "activities.complete": record(activities({ metrics: {} }, "RULE_VIOLATED"), {
      activityId: missingId,
      metrics: {},
    }),
    "activities.cancel": record(activities(reason), { activityId: missingId, ...reason }),
    // The agent has a shift of the managed one.
    "activities.reportIssue": record(
      activities(issue).map((target) => ({
        ...target,
        owners: target.owners.length > 0 ? [...target.owners, "agent"] : [],
      })),
      { activityId: missingId, ...issue },
    ),
  };
}
