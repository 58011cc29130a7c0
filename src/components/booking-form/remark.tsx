import { Reply } from "lucide-react";
import { Button } from "@/components/ui/button";

export interface RemarkProps {
  /** Why the agency asks. */
  reason: string;
  /** What it suggests, in words; absent when it only asks. */
  suggestion?: string | undefined;
  /** Puts the suggestion into the field; absent when it cannot be taken over as it is. */
  onAccept?: (() => void) | undefined;
  /** The field holds the suggestion already. */
  isAccepted?: boolean;
}

/** What the agency asked to change, beside the field it is about, the suggestion one press away (U-26). */
export function Remark({ reason, suggestion, onAccept, isAccepted = false }: RemarkProps) {
  return (
    <div className="my-1 flex gap-2.5 rounded-control bg-caution px-3 py-2.5 text-cell text-on-caution">
      <span className="mt-0.5">
        <Reply />
      </span>
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="font-medium">The agency asks</p>
        <p className="max-w-prose wrap-anywhere text-text">{reason}</p>
        {suggestion === undefined ? null : (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-text">
            <p className="min-w-0 wrap-anywhere">
              Suggested: <span className="font-medium">{suggestion}</span>
            </p>
            {isAccepted ? (
              <p role="status" className="text-muted">
                Taken over
              </p>
            ) : null}
            {onAccept && !isAccepted ? <Button onClick={onAccept}>Use this</Button> : null}
          </div>
        )}
      </div>
    </div>
  );
}
