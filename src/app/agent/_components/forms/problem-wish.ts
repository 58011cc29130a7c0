import type { Problem } from "@/components/problem/problem-form";
import { impactOf } from "@/components/problem/severities";
import type { RouterInputs } from "@/trpc/client";

/** The shift at which something is wrong. */
export interface ProblemPlace {
  readonly eventId: string;
  readonly activityId: string;
  readonly locationId: string;
  /** Those that are out for the activity. */
  readonly kits: readonly { readonly kitAssignmentId: string; readonly code: string }[];
}

export type ProblemWish =
  | { readonly to: "venue"; readonly input: RouterInputs["locations"]["reportIssue"] }
  | { readonly to: "activity"; readonly input: RouterInputs["activities"]["reportIssue"] }
  | { readonly to: "kit"; readonly input: RouterInputs["kits"]["reportIssue"] };

/** What a problem can be about at this place. */
export function sidesOf({ kits }: Pick<ProblemPlace, "kits">): readonly { value: string; label: string }[] {
  return [
    { value: "venue", label: "The place" },
    { value: "activity", label: "My work" },
    ...kits.map(({ kitAssignmentId, code }) => ({ value: kitAssignmentId, label: code })),
  ];
}

/** Activities know nothing that cannot wait, so whatever stops the work or endangers somebody is told of the place. */
export function problemWish(
  { about, severity, description }: Problem<string>,
  place: ProblemPlace,
): ProblemWish {
  const impactLevel = impactOf(severity);
  const kit = place.kits.find(({ kitAssignmentId }) => kitAssignmentId === about);
  if (kit !== undefined) {
    const { kitAssignmentId } = kit;
    const needsImmediate = severity === "critical";
    return {
      to: "kit",
      input: { kitAssignmentId, issueType: "other", description, impactLevel, needsImmediate },
    };
  }
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
