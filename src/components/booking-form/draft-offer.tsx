import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/values/format-time";
import type { LocalDraft } from "./local-draft";

export interface DraftOfferProps {
  draft: LocalDraft;
  /** "request", or the number of the booking that was being changed. */
  what: string;
  /** The booking has moved on since the draft was kept. */
  isStale: boolean;
  now: string;
  timeZone: string;
  onAnswer: (isWanted: boolean) => void;
}

/** "You have an unsent request from …": after a crash or a closed tab (U-23). */
export function DraftOffer({ draft, what, isStale, now, timeZone, onAnswer }: DraftOfferProps) {
  return (
    <Notice
      tone="active"
      title={`You have ${what} from ${formatMoment(draft.savedAt, timeZone, now)}`}
      actions={
        <>
          <Button variant="primary" onClick={() => onAnswer(true)}>
            Continue
          </Button>
          <Button onClick={() => onAnswer(false)}>Discard it</Button>
        </>
      }
    >
      {draft.values.title === "" ? "" : `“${draft.values.title}”. `}
      {isStale ? "The booking was changed since. Check everything before you save." : "It is kept on this device only."}
    </Notice>
  );
}
