import type { BookingDetail } from "@/app/admin/bookings/_components/booking-dates";
import { counted } from "@/values/count-words";
import { people } from "@/app/admin/bookings/_components/people";
import { SubmitButton } from "@/components/form/submit-button";
import { ActionBar } from "@/components/ui/action-bar";
import { ButtonLink } from "@/components/ui/button";
import { type Totals, totalsWords } from "./decision";
import { bookingHref } from "@/app/admin/bookings/_components/booking-href";

export interface DecideBarProps {
  booking: BookingDetail;
  totals: Totals;
  peopleTold: number;
  isSending: boolean;
}

/** What will happen, then the button. */
export function DecideBar({ booking, totals, peopleTold, isSending }: DecideBarProps) {
  const decided = totals.approve + totals.decline + totals.other;
  const effects =
    decided === 0
      ? "nothing is sent yet"
      : `creates ${counted(totals.events, "event")}, tells ${people(peopleTold)}`;
  return (
    <div className="sticky bottom-0 z-bar -mx-4 lg:-mx-6">
      <ActionBar
        summary={
          <p role="status" className="tabular-nums">
            <span className="font-medium text-text">{totalsWords(totals)}</span>
            {` — ${effects}`}
          </p>
        }
      >
        <ButtonLink href={bookingHref(booking.bookingId)}>Back</ButtonLink>
        <SubmitButton isPending={isSending}>{isSending ? "Sending…" : "Record decision"}</SubmitButton>
      </ActionBar>
    </div>
  );
}
