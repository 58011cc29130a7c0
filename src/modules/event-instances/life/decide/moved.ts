import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { type EventLife, eventCode } from "@/modules/event-instances/life/event-life";
import type { ReschedulePlan } from "@/modules/event-instances/life/plan-reschedule";
import { toOffsetDateTime } from "@/values/venue-time";

/** What a move says about itself, whether it is made alone or as half of a swap. */
interface MoveWish {
  readonly reason: string;
  readonly notifyStaff: boolean;
  readonly notifyClient: boolean;
  readonly override?: { readonly reason: string } | undefined;
}

/** The fact of a planned move. Throws the clashes that nobody gave a reason for. */
export function rescheduledFact(
  event: EventLife,
  { window, managerClashes, venueClashes }: ReschedulePlan,
  { reason, notifyStaff, notifyClient, override }: MoveWish,
  { by, now }: { readonly by: string; readonly now: string },
): Fact {
  const clashes = { managerClashes: [...managerClashes], venueClashes: [...venueClashes] };
  // By their codes: what is kept beside a fact has little room, and each can be opened by its own.
  const snapshot = {
    managerClashes: managerClashes.map(eventCode),
    venueClashes: venueClashes.map(eventCode),
  };
  const isClashing = managerClashes.length + venueClashes.length > 0;
  if (isClashing && !override) {
    const codes = [...new Set([...managerClashes, ...venueClashes].map(eventCode))].join(", ");
    throw ruleViolated(
      "reschedule_clashes",
      `At that time there is ${codes}. Choose another time, or say why it is all right.`,
      clashes,
    );
  }
  return fact(
    "EVENT_RESCHEDULED",
    {
      eventId: event.id,
      bookingId: event.bookingId,
      rescheduledBy: by,
      rescheduledAt: now,
      originalDate: toOffsetDateTime(event.startsAt, event.timeZone),
      newDate: toOffsetDateTime(window.startsAt, event.timeZone),
      reason,
      notifyStaff,
      notifyClient,
    },
    isClashing && override ? { override: { reason: override.reason, by, snapshot } } : undefined,
  );
}
