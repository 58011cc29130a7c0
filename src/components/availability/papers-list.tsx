import { CircleAlert, CircleCheck, Clock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { shortMonthNames } from "@/values/sloppy-result";
import type { AvailabilityRecord } from "./availability-values";

/** Nearer to its end a paper is worth a look. */
const SOON_DAYS = 28;
const DAY_MS = 86_400_000;

export type PaperState = "ended" | "soon" | "valid";

/** How a paper stands on the day of `now`; both are days, in UTC as the server keeps them. */
export function paperState(validUntil: string | null, now: string): PaperState {
  if (validUntil === null) return "valid";
  const today = now.slice(0, 10);
  if (validUntil < today) return "ended";
  return Date.parse(validUntil) - Date.parse(today) < SOON_DAYS * DAY_MS ? "soon" : "valid";
}

/** "14 Oct 2026". */
export function dayWords(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${Number(day)} ${shortMonthNames[Number(month) - 1] ?? ""} ${year}`;
}

/** The papers of a person and until when they hold. */
export function PapersList({ papers, now }: { papers: AvailabilityRecord["papers"]; now: string }) {
  if (papers.length === 0) return <p className="text-cell text-muted">No papers on file.</p>;
  return (
    <ul className="grid gap-2 text-cell">
      {papers.map(({ kind, validUntil }) => (
        <li key={kind} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="wrap-anywhere">{kind}</span>
          <PaperBadge validUntil={validUntil} now={now} />
        </li>
      ))}
    </ul>
  );
}

export function PaperBadge({ validUntil, now }: { validUntil: string | null; now: string }) {
  if (validUntil === null) return <Badge icon={<CircleCheck />}>No end</Badge>;
  const day = dayWords(validUntil);
  switch (paperState(validUntil, now)) {
    case "ended":
      return <Badge tone="problem" icon={<CircleAlert />}>{`Ended ${day}`}</Badge>;
    case "soon":
      return <Badge tone="caution" icon={<Clock />}>{`Ends ${day}`}</Badge>;
    default:
      return <Badge tone="good" icon={<CircleCheck />}>{`Until ${day}`}</Badge>;
  }
}
