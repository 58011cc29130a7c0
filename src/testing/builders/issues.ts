import type { EventIssue } from "@/modules/event-instances/life/event-life";
import { manager, testId } from "./actors";

/** A problem of an event that its manager reported; its number makes its id. */
export function issueIn(index: number, change: Partial<EventIssue> = {}): EventIssue {
  return {
    id: testId(13, index),
    subject: "event",
    activityId: null,
    locationId: null,
    kitInstanceId: null,
    issueType: "logistics",
    severity: "high",
    description: "The generator does not start.",
    photoUrls: [],
    status: "reported",
    reportedBy: manager.id,
    reportedAt: "2026-12-05T12:00:00.000Z",
    acknowledgedBy: null,
    acknowledgedAt: null,
    resolvedBy: null,
    resolvedAt: null,
    resolution: null,
    dueAt: "2026-12-05T13:00:00.000Z",
    escalations: 0,
    mergedInto: null,
    ...change,
  };
}
