import type { Problem } from "@/components/problem/problem-form";
import { impactOf } from "@/components/problem/severities";
import type { RouterInputs } from "@/trpc/client";

/** The shift at which something is wrong. */
export interface ProblemPlace {
  readonly eventId: string;
  readonly activityId: string;
  readonly locationId: string;
}

export type ProblemWish =
  | { readonly to: "venue"; readonly input: RouterInputs["locations"]["reportIssue"] }
  | { readonly to: "activity"; readonly input: RouterInputs["activities"]["reportIssue"] };

/** Activities know nothing that cannot wait, so whatever stops the work or endangers somebody is told of the place. */
export function problemWish(
  { about, severity, description }: Problem<"venue" | "activity">,
  place: ProblemPlace,
): ProblemWish {
  const impactLevel = impactOf(severity);
  if (about === "activity" && severity !== "critical") {
    const { activityId } = place;
    return { to: "activity", input: { activityId, issueType: "other", description, impactLevel } };
  }
  const { eventId, locationId } = place;
  return {
    to: "venue",
    input: {
      eventId,
      locationId,
      issueType: severity === "critical" ? "safety" : "other",
      description,
      impactLevel,
      needsImmediate: severity === "critical",
    },
  };
}
