import type { Permission } from "@/server/permissions";
import { people } from "./actors";
import { asAdmin, type FullInput, key } from "./full-input";
import type { MatrixWorld } from "./world";

/** Of kits that are packed, handed out and brought back. */
export function fullKitCustodyInputs(world: MatrixWorld): Readonly<Partial<Record<Permission, FullInput>>> {
  const { needs, issues, componentId, spareKitId } = world.kitsInHand;
  const expected = { expectedReturn: "2035-12-01T12:00:00Z" };
  const out = { kitAssignmentId: needs.checked_out.managed };
  const notes = { notes: "Lids are taped." };
  return {
    "kits.atEvent": asAdmin({ eventId: world.managedEventId }),
    "kits.scan": asAdmin({ eventId: world.managedEventId, code: "MATRIX-00" }),
    "kits.prepare": asAdmin({
      ...key,
      kitAssignmentId: needs.assigned.managed,
      lines: [{ componentId, quantity: 1, condition: "good" }],
      shortReason: "One is in repair.",
      ...notes,
    }),
    "kits.checkOut": asAdmin({
      ...key,
      kitAssignmentId: needs.prepared.managed,
      holderId: people.manager.id,
      ...expected,
    }),
    "kits.handOver": asAdmin({
      ...key,
      ...out,
      toPersonId: people.agent.id,
      condition: "good",
      ...notes,
    }),
    "kits.swap": asAdmin({
      ...key,
      ...out,
      replacementInstanceId: spareKitId,
      condition: "poor",
      reason: "It leaks.",
    }),
    "kits.expectReturn": asAdmin({ ...key, ...out, ...expected, reason: "It rains." }),
    "kits.return": asAdmin({
      ...key,
      ...out,
      returnedBy: people.manager.id,
      lines: [
        {
          componentId,
          quantity: 1,
          condition: "good",
          damage: { description: "A dent.", severity: "minor" },
        },
      ],
      isLast: true,
      photoIds: [world.photoId],
      ...notes,
    }),
    "kits.reportIssue": asAdmin({
      ...key,
      ...out,
      issueType: "damaged",
      description: "The lid is gone.",
      impactLevel: "moderate",
      needsImmediate: true,
      photoIds: [world.photoId],
    }),
    "kits.resolveIssue": asAdmin({ ...key, issueId: issues.managed, condition: "good", ...notes }),
  };
}
