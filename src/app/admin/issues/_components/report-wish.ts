import type { RouterInputs } from "@/trpc/client";

export const severities = ["low", "medium", "high", "critical"] as const;

/** What a problem is about, as the desk picks it. */
export const abouts = [
  "staff",
  "kit",
  "logistics",
  "client",
  "venue-access",
  "venue-facilities",
  "venue-space",
  "venue-safety",
  "other",
] as const;
type About = (typeof abouts)[number];

export const aboutLabels: Readonly<Record<About, string>> = {
  staff: "Staff",
  kit: "Kits",
  logistics: "Logistics",
  client: "Client",
  "venue-access": "Venue: access",
  "venue-facilities": "Venue: facilities",
  "venue-space": "Venue: space",
  "venue-safety": "Venue: safety",
  other: "Something else",
};

export interface ReportAnswers {
  readonly about: About;
  readonly severity: (typeof severities)[number];
  readonly description: string;
  /** "" when nothing was done at once. */
  readonly actionTaken: string;
  readonly photoIds: readonly string[];
}

/** The one command that says it: a problem of the venue is the venue's, since other events there are touched by it. */
export type ReportWish =
  | { readonly to: "event"; readonly input: RouterInputs["events"]["reportIssue"] }
  | { readonly to: "venue"; readonly input: RouterInputs["locations"]["reportIssue"] };

const IMPACT = { low: "minor", medium: "moderate", high: "major", critical: "major" } as const;

export function reportWish(
  { about, severity, description, actionTaken, photoIds }: ReportAnswers,
  { eventId, locationId }: { readonly eventId: string; readonly locationId: string },
): ReportWish {
  switch (about) {
    case "venue-access":
    case "venue-facilities":
    case "venue-space":
    case "venue-safety":
      return {
        to: "venue",
        input: {
          eventId,
          locationId,
          issueType: VENUE_KINDS[about],
          // Only issues of the event have a field of their own for what was done.
          description: actionTaken === "" ? description : `${description}\nDone at once: ${actionTaken}`,
          impactLevel: IMPACT[severity],
          needsImmediate: severity === "critical",
          photoIds: [...photoIds],
        },
      };
    default:
      return {
        to: "event",
        input: {
          eventId,
          issueType: about,
          severity,
          description,
          ...(actionTaken !== "" && { immediateActionTaken: actionTaken }),
          photoIds: [...photoIds],
        },
      };
  }
}

const VENUE_KINDS = {
  "venue-access": "access",
  "venue-facilities": "facilities",
  "venue-space": "space",
  "venue-safety": "safety",
} as const;
