import type { ReadingPermission } from "./log-probes";
import { missingId, type Probe, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

/** Nothing of the log belongs to anybody; acts name a fact or a handler, which has to be there. */
export function steeringProbes({
  factId,
  parkedId,
  bookings,
}: MatrixWorld): Omit<ProbesOf<`log.${string}`>, ReadingPermission> {
  const reason = "The cause is mended.";
  const handler = "reporting";
  const { bookingId } = bookings.draft;
  const range = { from: "2001-01-01T00:00:00Z", to: "2001-01-02T00:00:00Z" };
  const named = (input: object, missing: object, target = "a fact"): Probe => ({
    kind: "record",
    targets: [{ name: target, input, owners: [] }],
    missing,
  });
  const ofHandler = (more: object): Probe =>
    named({ handler, ...more }, { handler: "loyalty", ...more }, "a handler");
  const ofParked = (more: object): Probe =>
    named({ handler, factId: parkedId, ...more }, { handler, factId: missingId, ...more });
  return {
    "log.deliveries": named({ factId }, { factId: missingId }),
    "log.parked": { kind: "free" },
    "log.handlers": { kind: "free" },
    "log.retryPreview": ofHandler({ filter: {} }),
    "log.retry": ofParked({ reason }),
    "log.skip": ofParked({ reason }),
    "log.replayPreview": ofHandler(range),
    "log.replay": ofHandler({ ...range, reason }),
    "log.pauseHandler": ofHandler({ reason }),
    "log.resumeHandler": ofHandler({ reason }),
    "log.retention": { kind: "free", input: {} },
    "log.seals": { kind: "free", input: { ids: [factId] } },
    "log.holds": { kind: "free" },
    "log.placeHold": named({ bookingId, reason }, { bookingId: missingId, reason }, "a booking"),
    "log.liftHold": named({ bookingId, reason }, { bookingId: missingId, reason }, "a booking"),
    "log.sendTest": { kind: "free", input: {} },
    "log.unmask": named({ factId, reason }, { factId: missingId, reason }),
  };
}
