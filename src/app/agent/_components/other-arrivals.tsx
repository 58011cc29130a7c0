import { TextLink } from "@/components/ui/text-link";
import { formatWindow } from "@/values/format-time";
import type { Arrival } from "./arrival";

/** The shifts of about now that the screen is not about. */
export function OtherArrivals({ arrivals, now }: { arrivals: readonly Arrival[]; now: string }) {
  if (arrivals.length === 0) return null;
  return (
    <section aria-labelledby="others" className="grid gap-2">
      <h2 id="others" className="text-title">
        Your other shifts
      </h2>
      <ul className="grid gap-1">
        {arrivals.map((arrival) => (
          <li key={arrival.assignmentId}>
            <TextLink
              href={`/agent/check-in?shift=${arrival.assignmentId}`}
              className="grid min-h-target content-center"
            >
              <span className="wrap-anywhere underline">{`${arrival.role}: ${arrival.title}`}</span>
              <span className="text-meta text-muted">{formatWindow(arrival, arrival.timeZone, now)}</span>
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
