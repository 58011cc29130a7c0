import "server-only";
import { idSchema } from "@/values/ids";
import { addMinutes, toOffsetDateTime } from "@/values/venue-time";
import type { EventActs } from "./event-acts";
import type { DemoIssue } from "./events";
import type { StagedEvent } from "./play-events";

/** Everything up to the day itself, as far as the event gets. */
export async function makeReady(acts: EventActs, { demo, eventId, manager }: StagedEvent): Promise<void> {
  const { kind } = demo.stage;
  if (kind === "scheduled") return;
  await acts.assign(eventId, manager);
  if (kind === "assigned" || kind === "cancelled") return;
  await acts.prepare(eventId, manager);
  if (kind === "preparing") return acts.tick(eventId, manager, 1);
  await acts.tick(eventId, manager);
  await acts.confirmVenue(eventId, manager);
}

/** The day itself, and what is reported on it. */
export async function whileItRuns(acts: EventActs, event: StagedEvent): Promise<void> {
  const { demo, eventId, manager } = event;
  const { stage } = demo;
  if (stage.kind === "readiness-lost") {
    const wish = {
      type: "revokeConfirmation",
      ...(await acts.venueOf(eventId)),
      reason: stage.reason,
    } as const;
    await acts.runVenue(wish, manager);
  }
  if (stage.kind === "running" || stage.kind === "completed") {
    await acts.run({ type: "start", ...(await acts.seen(eventId)) }, manager);
    const [first] = await acts.activitiesOf(eventId);
    if (first) await acts.runActivity({ type: "start", activityId: idSchema.parse(first.id) }, manager);
  }
  for (const issue of demo.issues ?? []) await report(acts, event, issue);
}

const IMPACT = { low: "minor", medium: "moderate", high: "major", critical: "major" } as const;

async function report(acts: EventActs, { eventId, manager }: StagedEvent, issue: DemoIssue): Promise<void> {
  const { about, severity, description } = issue;
  switch (about) {
    case "event": {
      const id = idSchema.parse(eventId);
      const wish = {
        type: "reportIssue" as const,
        eventId: id,
        issueType: "logistics" as const,
        severity,
        description,
        photoIds: [],
      };
      await acts.run(wish, manager);
      return;
    }
    case "activity": {
      const [first] = await acts.activitiesOf(eventId);
      if (!first) throw new Error("an event of the demo has no activity");
      const of = { activityId: idSchema.parse(first.id), issueType: "crowding", description, photoIds: [] };
      await acts.runActivity({ type: "reportIssue", ...of, impactLevel: IMPACT[severity] }, manager);
      return;
    }
    case "venue": {
      const said = { issueType: "facilities", description, impactLevel: IMPACT[severity] } as const;
      const of = {
        ...(await acts.venueOf(eventId)),
        needsImmediate: severity === "critical",
        photoIds: [],
      };
      await acts.runVenue({ type: "reportIssue", ...of, ...said }, manager);
      return;
    }
    default:
      about satisfies never;
  }
}

/** Admins take charge of problems, and the managers settle them, as far as each got. */
export async function settleIssues(acts: EventActs, { demo, eventId, manager }: StagedEvent): Promise<void> {
  const { issues } = await acts.see(eventId);
  for (const { description, now, resolution } of demo.issues ?? []) {
    const issue = issues.find((one) => one.description === description);
    if (!issue || now === "open") continue;
    const of = { eventId: idSchema.parse(eventId), issueId: idSchema.parse(issue.id) };
    await acts.run({ type: "acknowledgeIssue", ...of });
    if (now === "resolved") await acts.run({ type: "resolveIssue", ...of, resolution }, manager);
  }
}

/** What became of it: over, called off or moved. */
export async function afterwards(acts: EventActs, { demo, eventId, manager }: StagedEvent): Promise<void> {
  const { stage } = demo;
  const flags = { notifyStaff: true, notifyClient: true };
  switch (stage.kind) {
    case "completed":
      return complete(acts, { eventId, manager }, stage);
    case "cancelled": {
      const { reason } = stage;
      await acts.run({ type: "cancel", ...(await acts.seen(eventId)), reason, notifyClient: true });
      return;
    }
    case "moved": {
      const { startsAt, timeZone } = await acts.see(eventId);
      const later = toOffsetDateTime(addMinutes(startsAt, stage.hours * 60), timeZone).slice(0, 16);
      const override = { reason: "Agreed with the client by phone." };
      const wish = {
        ...(await acts.seen(eventId)),
        newDate: later,
        reason: stage.reason,
        ...flags,
        override,
      };
      await acts.run({ type: "reschedule", ...wish });
      return;
    }
    default:
      return;
  }
}

interface Ending {
  readonly lateMinutes: number;
  readonly outcomes: {
    readonly metExpectations: boolean;
    readonly metrics: Readonly<Record<string, number>>;
    readonly notes: string;
  };
}

/** Ends the running event with the times at which it went, and its running activity before. */
export async function complete(
  acts: EventActs,
  { eventId, manager }: Pick<StagedEvent, "eventId" | "manager">,
  { lateMinutes, outcomes }: Ending,
): Promise<void> {
  const { metrics } = outcomes;
  for (const { id, status } of await acts.activitiesOf(eventId)) {
    if (status !== "in_progress") continue;
    const activityId = idSchema.parse(id);
    await acts.runActivity({ type: "complete", activityId, metrics, notes: "", photoIds: [] }, manager);
  }
  const { startsAt, endsAt } = await acts.see(eventId);
  const times = {
    actualStartTime: addMinutes(startsAt, lateMinutes),
    actualEndTime: addMinutes(endsAt, lateMinutes),
  };
  await acts.run({ type: "complete", ...(await acts.seen(eventId)), ...times, outcomes }, manager);
}
