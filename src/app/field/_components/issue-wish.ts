import { impactOf, type Severity } from "@/components/problem/severities";
import type { RouterInputs } from "@/trpc/client";

export const venueProblems = ["access", "facilities", "space", "safety", "other"] as const;
export type VenueProblem = (typeof venueProblems)[number];

const eventSubjects = ["staff", "kit", "logistics", "client", "other"] as const;
type EventSubject = (typeof eventSubjects)[number];

/** What a report is about: the venue, its time, a side of the event, or the id of one of its activities. */
export interface IssueAnswers {
  readonly about: string;
  readonly venueProblem: VenueProblem;
  readonly severity: Severity;
  readonly description: string;
  /** "" when nothing was done at once. */
  readonly actionTaken: string;
  readonly photoIds: readonly string[];
}

export interface IssueOf {
  readonly eventId: string;
  readonly locationId: string;
  readonly activities: readonly { readonly id: string; readonly activityType: string }[];
}

/** The one command that says it, whoever's subject it is. */
export type IssueWish =
  | { readonly to: "event"; readonly input: RouterInputs["events"]["reportIssue"] }
  | { readonly to: "venue"; readonly input: RouterInputs["locations"]["reportIssue"] }
  | { readonly to: "activity"; readonly input: RouterInputs["activities"]["reportIssue"] };

/**
 * A report as its subject takes it. Activities know no critical issue, so one of those is told of the event, with
 * the activity's name before it.
 */
export function issueWish(answers: IssueAnswers, { eventId, locationId, activities }: IssueOf): IssueWish {
  const { about, severity } = answers;
  if (about === "venue") {
    return {
      to: "venue",
      input: {
        eventId,
        locationId,
        issueType: answers.venueProblem,
        description: withAction(answers),
        impactLevel: impactOf(severity),
        needsImmediate: severity === "critical",
        photoIds: [...answers.photoIds],
      },
    };
  }
  const activity = activities.find(({ id }) => id === about);
  if (activity && severity !== "critical") {
    return {
      to: "activity",
      input: {
        activityId: activity.id,
        issueType: "other",
        description: withAction(answers),
        impactLevel: impactOf(severity),
        photoIds: [...answers.photoIds],
      },
    };
  }
  return { to: "event", input: ofEvent(answers, eventId, activity?.activityType) };
}

function ofEvent(
  { about, severity, description, actionTaken, photoIds }: IssueAnswers,
  eventId: string,
  activityType: string | undefined,
): RouterInputs["events"]["reportIssue"] {
  return {
    eventId,
    issueType: eventSubjects.find((subject): subject is EventSubject => subject === about) ?? "other",
    severity,
    description: described(about, activityType, description),
    ...(actionTaken !== "" && { immediateActionTaken: actionTaken }),
    photoIds: [...photoIds],
  };
}

/** A manager asks for another time, and the desk moves the event (domain.md "People"). */
function described(about: string, activityType: string | undefined, description: string): string {
  if (about === "time") return `Another time is asked for: ${description}`;
  return activityType === undefined ? description : `${activityType}: ${description}`;
}

/** Only issues of the event have a field of their own for what was done. */
function withAction({ description, actionTaken }: IssueAnswers): string {
  return actionTaken === "" ? description : `${description}\nDone at once: ${actionTaken}`;
}
