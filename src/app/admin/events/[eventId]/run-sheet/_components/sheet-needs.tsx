import { tally } from "@/app/admin/events/_components/activity-words";
import type { RunSheetProps } from "./run-sheet";
import { PenBox, SheetSection } from "./sheet-section";

/** Crew and kits as the plan asks for them, one box for each. */
export function SheetNeeds({ activities }: RunSheetProps) {
  const items = activities.items.filter(({ status }) => status !== "cancelled");
  const nameOf = (id: string) =>
    activities.kits.find((kit) => kit.id === id)?.name ?? "A kit no longer offered";
  const roles = tally(items.flatMap((activity) => activity.requiredStaffRoles));
  const kits = tally(items.flatMap((activity) => activity.requiredKitTemplateIds).map(nameOf));
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <SheetSection title="Crew, as the plan asks">
        <Needs of={roles} none="No crew is asked for." />
      </SheetSection>
      <SheetSection title="Kits, as the plan asks">
        <Needs of={kits} none="No kits are asked for." />
      </SheetSection>
    </div>
  );
}

/** Beyond this many a row of boxes says less than a number. */
const BOXES_MAX = 12;

function Needs({ of, none }: { of: readonly (readonly [string, number])[]; none: string }) {
  if (of.length === 0) return <p>{none}</p>;
  return (
    <ul className="grid gap-1">
      {of.map(([what, count]) => (
        <li key={what} className="flex items-center gap-2">
          <span className="w-8 text-right tabular-nums">{`${count} ×`}</span>
          <span className="min-w-0 flex-1 wrap-anywhere">{what}</span>
          <span className="flex flex-wrap justify-end gap-1">
            {Array.from({ length: Math.min(count, BOXES_MAX) }, (_, index) => (
              <PenBox key={index} />
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
