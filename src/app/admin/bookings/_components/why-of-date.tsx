import { TextLink } from "@/components/ui/text-link";
import { WhyList } from "@/components/why-list";
import { type Verdict, whyWords } from "./why-words";
import { bookingHref } from "./booking-href";

export interface WhyOfDateProps {
  verdict: Verdict;
  timeZone: string;
  now: string;
}

/** Why a date is marked, each reason with the way to the other booking. Nothing for a clear date. */
export function WhyOfDate({ verdict, timeZone, now }: WhyOfDateProps) {
  if (verdict.warnings.length === 0) return null;
  return (
    <WhyList
      reasons={whyWords(verdict, timeZone, now).map(({ id, text, other }) => ({
        id,
        text,
        actions: other ? (
          <TextLink href={bookingHref(other.bookingId)}>{`Open ${other.number}`}</TextLink>
        ) : null,
      }))}
    />
  );
}
