import { issueSeverityLooks } from "@/components/status-looks/venues";
import type { RunSheetProps } from "./run-sheet";
import { SheetSection } from "./sheet-section";

/** What is known to be wrong and not resolved. */
export function SheetIssues({ event }: RunSheetProps) {
  const open = event.issues.filter(({ status }) => status !== "resolved");
  if (open.length === 0) return null;
  return (
    <SheetSection title="Open issues">
      <ul className="grid gap-1">
        {open.map((issue) => (
          <li key={issue.id} className="wrap-anywhere">
            <span className="font-medium">{`${issueSeverityLooks[issue.severity].label}: `}</span>
            {issue.description}
          </li>
        ))}
      </ul>
    </SheetSection>
  );
}
