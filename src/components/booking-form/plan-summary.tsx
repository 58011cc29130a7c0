import { formatDuration } from "@/values/format-time";

export interface PlanSummaryProps {
  activities: readonly {
    readonly type: string;
    readonly description?: string | undefined;
    readonly durationMinutes: number;
    readonly roles: readonly { readonly role: string; readonly headcount: number }[];
    readonly kits: readonly { readonly kitTemplateId: string; readonly quantity: number }[];
  }[];
  /** By id; a kit that left the directory has no name any more. */
  kitNames: Readonly<Record<string, string>>;
}

/** An activity plan to read: each activity with its length, people and kits. */
export function PlanSummary({ activities, kitNames }: PlanSummaryProps) {
  if (activities.length === 0) return <p className="text-cell text-muted">Nothing planned yet.</p>;
  return (
    <ol className="grid gap-3">
      {activities.map((activity, index) => (
        // Activities have no id: their place in the plan is what they are.
        <li key={index} className="grid min-w-0 gap-0.5 text-cell">
          <p className="font-medium wrap-anywhere">
            {activity.type}
            {Number.isFinite(activity.durationMinutes) ? (
              <span className="font-normal text-muted">{`, ${formatDuration(activity.durationMinutes)}`}</span>
            ) : null}
          </p>
          {activity.description ? (
            <p className="max-w-prose wrap-anywhere whitespace-pre-line">{activity.description}</p>
          ) : null}
          <p className="wrap-anywhere text-muted">{needs(activity, kitNames)}</p>
        </li>
      ))}
    </ol>
  );
}

function needs(
  { roles, kits }: PlanSummaryProps["activities"][number],
  kitNames: PlanSummaryProps["kitNames"],
): string {
  const people = roles.map(({ role, headcount }) => `${headcount} × ${role}`);
  const things = kits.map(
    ({ kitTemplateId, quantity }) => `${quantity} × ${kitNames[kitTemplateId] ?? "a kit no longer offered"}`,
  );
  const parts = [...people, ...things];
  return parts.length === 0 ? "No people, no kits" : parts.join(" · ");
}
