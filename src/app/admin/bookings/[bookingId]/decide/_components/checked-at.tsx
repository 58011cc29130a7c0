import { zoneLabel } from "@/values/format-time";

export interface CheckedAtProps {
  at: string;
  /** The viewer's zone, which the page and the browser both know. */
  timeZone: string;
  /** The last look failed: what is shown is from the one before. */
  isOld: boolean;
}

/** When availability was looked at, to the second, on the viewer's own clock. */
export function CheckedAt({ at, timeZone, isOld }: CheckedAtProps) {
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "medium", hourCycle: "h23" });
  return (
    <p role="status" className="text-cell text-muted tabular-nums">
      {isOld ? "Muster could not be reached. Last checked " : "Availability checked "}
      <time dateTime={at}>{clock.format(new Date(at))}</time>
      {`, ${zoneLabel(timeZone)}`}
    </p>
  );
}
