"use client";

import { formatMoment, formatRelative } from "@/values/format-time";
import { useNow } from "./use-now";

export interface RelativeTimeProps {
  at: string;
  /** The moment the page was made; the text moves on from there by itself. */
  now: string;
  /** On which side of the text the absolute time unfolds. */
  tipSide?: "start" | "end";
  /** Zone of the absolute time shown on focus, tap and hover. */
  timeZone: string;
}

/** "2 days ago", always with the absolute time (U-31): on hover, on focus and on tap. */
export function RelativeTime({ at, now, timeZone, tipSide = "start" }: RelativeTimeProps) {
  const moment = useNow(now);
  const absolute = formatMoment(at, timeZone, moment);
  return (
    <button
      type="button"
      data-tip={absolute}
      data-tip-side={tipSide}
      aria-label={`${formatRelative(at, moment)}, ${absolute}`}
      className="cursor-default! rounded-badge whitespace-nowrap"
    >
      <time dateTime={at}>{formatRelative(at, moment)}</time>
    </button>
  );
}
