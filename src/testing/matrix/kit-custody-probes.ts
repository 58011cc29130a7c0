import { missingId, type Probes, type Target } from "./probe";
import { people } from "./actors";
import type { MatrixWorld } from "./world";

export type KitCustodyPermission = `kits.${
  | "mine"
  | "atEvent"
  | "scan"
  | "prepare"
  | "checkOut"
  | "handOver"
  | "swap"
  | "expectReturn"
  | "return"
  | "reportIssue"
  | "resolveIssue"}`;

/** A kit is its event's, and one of the events is the manager's; the agent works with the kit that is out there. */
export function kitCustodyProbes(world: MatrixWorld): Pick<Probes, KitCustodyPermission> {
  const { needs, issues, componentId, spareKitId } = world.kitsInHand;
  const record = (
    ids: { readonly managed: string; readonly other: string; readonly foreign: string },
    inputOf: (id: string) => object,
    owners: Target["owners"] = ["manager"],
  ) =>
    ({
      kind: "record",
      targets: [
        { name: "managed", input: inputOf(ids.managed), owners },
        { name: "not managed", input: inputOf(ids.other), owners: [] },
        { name: "foreign", input: inputOf(ids.foreign), owners: [] },
      ],
      missing: inputOf(missingId),
    }) as const;
  const need = (stage: keyof typeof needs, more: object, owners?: Target["owners"]) =>
    record(needs[stage], (kitAssignmentId) => ({ kitAssignmentId, ...more }), owners);
  const events = { managed: world.managedEventId, other: world.otherEventId, foreign: world.foreignEventId };
  const problem = { issueType: "damaged", description: "A dent.", impactLevel: "minor" };
  const swap = { replacementInstanceId: spareKitId, condition: "poor", reason: "It leaks." };
  return {
    "kits.mine": {
      kind: "list",
      ids: (kits: readonly { kitAssignmentId: string }[]) =>
        kits.map(({ kitAssignmentId }) => kitAssignmentId),
      all: Object.values(needs.checked_out),
      own: { manager: [needs.checked_out.managed], agent: [needs.checked_out.managed] },
    },
    "kits.atEvent": record(events, (eventId) => ({ eventId })),
    "kits.scan": record(events, (eventId) => ({ eventId, code: "SPARE-99" })),
    "kits.prepare": need("assigned", { lines: [{ componentId, quantity: 2 }] }),
    "kits.checkOut": need("prepared", {
      holderId: people.manager.id,
      expectedReturn: "2035-12-01T12:00:00Z",
    }),
    "kits.handOver": need("checked_out", { toPersonId: people.agent.id, condition: "good" }),
    "kits.swap": need("checked_out", swap),
    "kits.expectReturn": need("checked_out", { expectedReturn: "2035-12-01T12:00:00Z" }),
    "kits.return": need("checked_out", {}),
    "kits.reportIssue": need("checked_out", problem, ["manager", "agent"]),
    "kits.resolveIssue": record(issues, (issueId) => ({ issueId, condition: "good" })),
  };
}
