import { formatMoment } from "@/values/format-time";
import type { KitNeed } from "./need-row";

interface Clock {
  readonly timeZone: string;
  readonly now: string;
}

/** What is to be said of a need below its name: who packed it, who settled for less, who has it, until when. */
export function needNotes(
  {
    unit,
    status,
    windowStart,
    prepared,
    acceptedShort,
    out,
    notes,
  }: Pick<KitNeed, "unit" | "status" | "windowStart" | "prepared" | "acceptedShort" | "out" | "notes">,
  { timeZone, now }: Clock,
): readonly string[] {
  const at = (instant: string) => formatMoment(instant, timeZone, now);
  const lines: string[] = [];
  if (status === "assigned") {
    const todo = unit === null ? "No kit is bound yet. Packing begins" : "Packing begins";
    lines.push(`${todo} ${at(windowStart)}.`);
  }
  if (prepared !== null && out === null) lines.push(`Packed by ${prepared.by}, ${at(prepared.at)}.`);
  if (prepared !== null && prepared.shortReason !== null) {
    lines.push(`Packed short: ${prepared.shortReason}`);
  }
  if (acceptedShort !== null) lines.push(`${acceptedShort.by} settled for less: ${acceptedShort.reason}`);
  if (out !== null) {
    const holder = out.to === null ? "Out" : `With ${out.to}`;
    lines.push(`${holder}, expected back ${at(out.expectedReturn)}.`);
  }
  if (notes !== "") lines.push(notes);
  return lines;
}
