import { missingId, type Probe, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

export function viewProbes(world: MatrixWorld): ProbesOf<`views.${string}`> {
  const viewActs = (more: object, made?: "new"): Probe => ({
    kind: "record",
    targets: [
      { name: "own", input: { viewId: world.views.own, ...more }, owners: ["admin"] },
      { name: "shared", input: { viewId: world.views.shared, ...more }, owners: ["otherAdmin"] },
      { name: "foreign", input: { viewId: world.views.foreign, ...more }, owners: ["otherAdmin"] },
    ],
    // An id that nothing has is a new view.
    missing: made === "new" ? null : { viewId: missingId, ...more },
  });
  return {
    "views.list": {
      kind: "list",
      input: { screen: "log" },
      ids: (views: readonly { id: string }[]) => views.map(({ id }) => id),
      all: Object.values(world.views),
      own: {
        admin: [world.views.own, world.views.shared],
        otherAdmin: [world.views.shared, world.views.foreign],
      },
    },
    "views.save": viewActs({ screen: "log", name: "Renamed", query: "type=BOOKING_CREATED" }, "new"),
    "views.remove": viewActs({}),
    "views.setDefault": {
      kind: "record",
      targets: [
        { name: "own", input: { screen: "log", viewId: world.views.own }, owners: ["admin"] },
        {
          name: "shared",
          input: { screen: "log", viewId: world.views.shared },
          owners: ["admin", "otherAdmin"],
        },
        { name: "foreign", input: { screen: "log", viewId: world.views.foreign }, owners: ["otherAdmin"] },
      ],
      missing: { screen: "log", viewId: missingId },
    },
  };
}
