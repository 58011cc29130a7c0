import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatClock, formatDate } from "@/values/format-time";
import type { LocalDraft } from "./local-draft";

export interface DraftOfferProps {
  draft: LocalDraft;
  /** "request", or the number of the booking that was being changed. */
  what: string;
  /** The booking has moved on since the draft was kept. */
  isStale: boolean;
  now: string;
  onAnswer: (isWanted: boolean) => void;
}

/** "You have an unsent request from …": after a crash or a closed tab (U-23). */
export function DraftOffer({ draft, what, isStale, now, onAnswer }: DraftOfferProps) {
  return (
    <Notice
      tone="active"
      title={`You have ${what} from ${savedWords(draft.savedAt, now)}`}
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
      {isStale
        ? "The booking was changed since. Check everything before you save."
        : "It is kept on this device only."}
    </Notice>
  );
}

/** On the clock of this device: the draft lives nowhere else. Only the browser ever writes these words. */
function savedWords(savedAt: string, now: string): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return `${formatDate(savedAt, timeZone, now)} ${formatClock(savedAt, timeZone)}`;
}
