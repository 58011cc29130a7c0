import { needsWords } from "@/app/admin/events/_components/activity-words";
import { formatDuration } from "@/values/format-time";
import type { RunSheetProps } from "./run-sheet";
import { PenBox, SheetSection } from "./sheet-section";

/** What happens, in the order of the plan, with room for real times. What was called off is left out. */
export function SheetActivities({ activities }: RunSheetProps) {
  const items = activities.items.filter(({ status }) => status !== "cancelled");
  return (
    <SheetSection title="Activities">
      {items.length === 0 ? (
        <p>Nothing is planned to happen.</p>
      ) : (
        <table className="w-full text-left align-top">
          <thead>
            <tr className="text-meta text-muted">
              <th className="w-6 py-1 font-medium">
                <span className="sr-only">Done</span>
              </th>
              <th className="py-1 font-medium">Activity</th>
              <th className="w-20 py-1 font-medium">Planned</th>
              <th className="w-20 py-1 font-medium max-sm:hidden">Began</th>
              <th className="w-20 py-1 font-medium max-sm:hidden">Ended</th>
            </tr>
          </thead>
          <tbody>
            {items.map((activity) => (
              <tr key={activity.id} className="border-t border-border align-top">
                <td className="py-1.5">
                  <PenBox isTicked={activity.status === "completed"} />
                </td>
                <td className="py-1.5 pr-3 wrap-anywhere">
                  <span className="font-medium">{activity.activityType}</span>
                  {activity.description === "" ? null : <span className="block">{activity.description}</span>}
                  <span className="block text-muted">{needsWords(activity, activities.kits)}</span>
                </td>
                <td className="py-1.5 tabular-nums">{formatDuration(activity.duration)}</td>
                <td className="py-1.5 pr-3 max-sm:hidden">
                  <PenLine />
                </td>
                <td className="py-1.5 max-sm:hidden">
                  <PenLine />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </SheetSection>
  );
}

/** Room for a time by hand. */
function PenLine() {
  return <span className="block h-5 border-b border-border-control" />;
}
