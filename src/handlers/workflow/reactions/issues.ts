import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { Reaction } from "./reaction";

/** The facts about issues from which something follows. */
export type FollowedIssueType = ReportedIssueType | "EVENT_ISSUE_RESOLVED";

export type ReportedIssueType =
  | "EVENT_ISSUE_REPORTED"
  | "ACTIVITY_ISSUE_REPORTED"
  | "LOCATION_ISSUE_REPORTED"
  | "KIT_ISSUE_REPORTED";

/**
 * A report may say again what is open already; what is critical at a venue, and what ceased to be, decides about
 * every event there (domain.md rule 49). `eventsAtVenue` are those whose readiness rests on the venue of the fact.
 */
export function issueReactions(
  event: DomainEvent<FollowedIssueType>,
  eventsAtVenue: readonly string[],
): readonly Reaction[] {
  return [...(event.type === "EVENT_ISSUE_RESOLVED" ? [] : [merge(event)]), ...eventsAtVenue.map(derive)];
}

/** The venue whose events have to be looked at again; null where a fact says nothing about theirs. */
export function venueInQuestion(event: DomainEvent<FollowedIssueType>): string | null {
  switch (event.type) {
    case "LOCATION_ISSUE_REPORTED":
      return event.payload.needsImmediate ? event.payload.locationId : null;
    case "EVENT_ISSUE_RESOLVED":
      return event.payload.subject === "location" ? (event.payload.locationId ?? null) : null;
    case "EVENT_ISSUE_REPORTED":
    case "ACTIVITY_ISSUE_REPORTED":
    case "KIT_ISSUE_REPORTED":
      return null;
    default:
      return neverType(event);
  }
}

function neverType(event: never): never {
  throw new Error(`no reaction to ${JSON.stringify(event)}`);
}

/** The issue bears the id of the fact that reported it (decision 0018). */
function merge(event: DomainEvent<ReportedIssueType>): Reaction {
  return {
    step: "merge-issue",
    source: "workflow.merge-issue",
    wish: { type: "mergeIssue", input: { eventId: event.payload.eventId, issueId: event.id } },
  };
}

function derive(eventId: string): Reaction {
  return {
    step: `derive-readiness:${eventId}`,
    source: "workflow.derive-readiness",
    wish: { type: "deriveReadiness", input: { eventId } },
  };
}
