import type { DateView } from "@/app/admin/bookings/_components/booking-dates";
import { counted } from "@/values/count-words";
import { TextareaField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type DateChoice, totalsOf, type Verdicts } from "./decision";

export interface OverrideSectionProps {
  dates: readonly DateView[];
  made: Readonly<Record<string, DateChoice>>;
  verdicts: Verdicts;
}

/** Appears once a blocked date is approved: why it is, recorded with what spoke against it. */
export function OverrideSection({ dates, made, verdicts }: OverrideSectionProps) {
  const { overridden } = totalsOf(dates, made, verdicts);
  if (overridden === 0) return null;
  return (
    <Card title="Approve anyway">
      <div className="grid gap-3">
        <Notice tone="caution" title={`${counted(overridden, "blocked date")} approved against the rules`}>
          Your name, this reason and what speaks against the dates are kept with the booking.
        </Notice>
        <TextareaField name="override" label="Why they are approved anyway" rows={2} />
      </div>
    </Card>
  );
}
