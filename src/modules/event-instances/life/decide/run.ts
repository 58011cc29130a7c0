import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { EARLY_START_MINUTES_MAX } from "@/modules/event-instances/inputs/early-start";
import type { LifeCommandOf } from "@/modules/event-instances/life/commands";
import { type EventLife, eventCode } from "@/modules/event-instances/life/event-life";
import { inState, sameVersion } from "@/modules/event-instances/life/guards";
import type { LifeOutside } from "@/modules/event-instances/life/outside";
import { missing, readinessItems } from "@/modules/event-instances/life/readiness";
import { durationMs } from "@/values/time-window";
import { addMinutes, instantAtVenue } from "@/values/venue-time";

/** An event that lasted longer than this was not completed in time; its end has to be said. */
const ACTUAL_HOURS_MAX = 2 * 366 * 24;
const HOUR_MS = 3_600_000;
/** The contract's lists end here. */
export const LISTED_MAX = 500;
/** A refusal names as many people as a person reads. */
const NAMED_MAX = 5;

/** Early, late or short-handed is recorded, not refused (rule 47); not ready takes a reason (rule 46). */
export function decideStart(
  command: LifeCommandOf<"start">,
  event: EventLife,
  { needs, crew }: Pick<LifeOutside, "needs" | "crew">,
  context: DecisionContext,
): readonly Fact[] {
  inState(event, "start");
  sameVersion(event, command.version);
  refuseHeldOrEarly(event, context.now);
  const lacks = lacking(event, needs);
  if (lacks.length > 0 && !command.override) {
    throw ruleViolated(
      "not_ready",
      `${eventCode(event)} is not ready. ${lacks.join(" ")} Say why it starts all the same.`,
      { status: event.status, missing: lacks },
    );
  }
  const by = actorId(context.actor);
  const pushed = lacks.length > 0 ? command.override : undefined;
  const snapshot = { status: event.status, missing: [...lacks] };
  return [
    fact(
      "EVENT_STARTED",
      {
        eventId: event.id,
        bookingId: event.bookingId,
        startedBy: by,
        startedAt: context.now,
        location: { id: event.location.id, name: event.location.name },
        staffPresent: crew.present.slice(0, LISTED_MAX),
      },
      pushed && { override: { reason: pushed.reason, by, snapshot } },
    ),
  ];
}

/** What keeps it from being ready by the facts of this moment: its state follows from them a moment later. */
function lacking(event: EventLife, needs: LifeOutside["needs"]): readonly string[] {
  const begun = event.status === "assigned" ? ["Its preparation has not begun."] : [];
  return [...begun, ...missing(readinessItems(event, needs))];
}

function refuseHeldOrEarly(event: EventLife, now: string): void {
  if (event.holdReason !== null) {
    throw ruleViolated("on_hold", `${eventCode(event)} is on hold: ${event.holdReason}`);
  }
  if (now < addMinutes(event.startsAt, -EARLY_START_MINUTES_MAX)) {
    throw ruleViolated(
      "too_early_to_start",
      `${eventCode(event)} is planned for more than a day from now. Move it first.`,
      { startsAt: event.startsAt },
    );
  }
}

/**
 * Ends the event with its actual times, which never overwrite the planned ones, and its outcome. Whoever is still checked
 * in is checked out first, or explained (rule 33).
 */
export function decideComplete(
  command: LifeCommandOf<"complete">,
  event: EventLife,
  { crew }: Pick<LifeOutside, "crew">,
  context: DecisionContext,
): readonly Fact[] {
  inState(event, "complete");
  sameVersion(event, command.version);
  const { stillIn } = crew;
  if (stillIn.length > 0 && !command.override) {
    throw ruleViolated(
      "people_still_in",
      `${listed(stillIn)} ${stillIn.length === 1 ? "is" : "are"} still checked in. Check them out first, or say why it ends all the same.`,
      { stillIn: stillIn.slice(0, NAMED_MAX) },
    );
  }
  const by = actorId(context.actor);
  const { actualStart, actualEnd } = actualTimes(command, event, context.now);
  return [
    fact(
      "EVENT_COMPLETED",
      {
        eventId: event.id,
        bookingId: event.bookingId,
        completedBy: by,
        completedAt: context.now,
        actualStartTime: actualStart,
        actualEndTime: actualEnd,
        staffParticipated: crew.worked.slice(0, LISTED_MAX),
        outcomes: command.outcomes,
      },
      command.override && stillIn.length > 0
        ? { override: { reason: command.override.reason, by, snapshot: { stillIn: stillIn.length } } }
        : undefined,
    ),
  ];
}

/** "Bo Lind, Cy Marsh and 3 more"; of kits the same. */
function listed(names: readonly string[]): string {
  const more = names.length - NAMED_MAX;
  return more > 0 ? `${names.slice(0, NAMED_MAX).join(", ")} and ${more} more` : names.join(", ");
}

/** The times that were said, else those that the server knows. Throws `INVALID` with fields. */
function actualTimes(
  { actualStartTime, actualEndTime }: LifeCommandOf<"complete">,
  event: EventLife,
  now: string,
): { readonly actualStart: string; readonly actualEnd: string } {
  const actualStart = instantAtVenue(actualStartTime ?? event.actualStart ?? event.startsAt, event.timeZone);
  const actualEnd = instantAtVenue(actualEndTime ?? now, event.timeZone);
  if (actualEnd > now) {
    throw invalid("An event cannot end in the future.", { actualEndTime: "This has not happened yet." });
  }
  if (actualStart < addMinutes(event.startsAt, -EARLY_START_MINUTES_MAX)) {
    throw invalid("It cannot have begun more than a day before it was planned.", {
      actualStartTime: "Enter a later start.",
    });
  }
  if (actualEnd <= actualStart) {
    throw invalid("An event ends after it begins.", { actualEndTime: "Enter an end after the start." });
  }
  if (durationMs({ startsAt: actualStart, endsAt: actualEnd }) > ACTUAL_HOURS_MAX * HOUR_MS) {
    throw invalid("No event lasts this long.", { actualEndTime: "Enter when it really ended." });
  }
  return { actualStart, actualEnd };
}

/** What was open when it ended: completed with follow-ups, not silently clean (rule 48). */
export function followUpsOf(
  event: EventLife,
  metrics: Readonly<Record<string, number>>,
  kitsOut: readonly string[],
): readonly string[] {
  const critical = event.issues.filter(
    ({ severity, status, mergedInto }) =>
      severity === "critical" && status !== "resolved" && mergedInto === null,
  );
  return [
    ...critical.map(({ description }) => `Critical issue still open: ${description}`),
    ...(kitsOut.length > 0 ? [`Still out: ${listed(kitsOut)}.`] : []),
    ...(Object.keys(metrics).length === 0 ? ["No figures were recorded."] : []),
  ];
}
