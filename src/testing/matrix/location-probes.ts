import { sql } from "@/db/sql";
import { venues } from "@/testing/builders/bookings";
import { idsOf, missingId, type ProbesOf, type Target } from "./probe";
import type { MatrixWorld } from "./world";

/** All events of this world are at the park, so that is the one venue that its manager knows. */
export async function locationProbes(world: MatrixWorld): Promise<ProbesOf<`locations.${string}`>> {
  const park = venues.park.id;
  // The one that is not managed is confirmed already, so what `ends` says is not said of it.
  const targets = (more: object, ends?: string): Target[] => {
    const end = ends === undefined ? {} : { ends };
    const input = { locationId: park, ...more };
    return [
      { name: "managed", input: { eventId: world.managedEventId, ...input }, owners: ["manager"], ...end },
      {
        name: "not managed",
        input: { eventId: world.otherEventId, ...input },
        owners: [],
      },
      { name: "foreign", input: { eventId: world.foreignEventId, ...input }, owners: [], ...end },
    ];
  };
  const record = (more: object, ends?: string) =>
    ({
      kind: "record",
      targets: targets(more, ends),
      missing: { eventId: missingId, locationId: park, ...more },
    }) as const;
  const issue = {
    issueType: "access",
    description: "The gate is locked.",
    impactLevel: "major",
    needsImmediate: true,
  };
  return {
    "locations.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: await idsOf(world.staged.database, sql`SELECT id FROM location WHERE archived_at IS NULL`),
      own: { manager: [park] },
    },
    "locations.byId": {
      kind: "record",
      targets: [
        { name: "park", input: { locationId: park }, owners: ["manager"] },
        { name: "elsewhere", input: { locationId: venues.square.id }, owners: [] },
      ],
      missing: { locationId: missingId },
    },
    "locations.forEvent": {
      kind: "record",
      targets: [
        { name: "managed", input: { eventId: world.managedEventId }, owners: ["manager"] },
        { name: "not managed", input: { eventId: world.otherEventId }, owners: [] },
        { name: "foreign", input: { eventId: world.foreignEventId }, owners: [] },
      ],
      missing: { eventId: missingId },
    },
    "locations.confirm": record({ accessDetails: "Gate 3." }),
    "locations.revokeConfirmation": record({ reason: "No permit." }, "RULE_VIOLATED"),
    "locations.reportIssue": {
      kind: "record",
      targets: targets(issue).map((target) => ({
        ...target,
        owners: target.owners.length > 0 ? [...target.owners, "agent"] : [],
      })),
      missing: { eventId: missingId, locationId: park, ...issue },
    },
  };
}
