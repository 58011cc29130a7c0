import { Check, CircleDashed } from "lucide-react";
import { VenueMoment } from "@/components/venue-time";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toneTextClass } from "@/components/ui/tone";
import type { EventRecord } from "./event-record";
import { partWords } from "./readiness-words";

/** What readiness rests on, each with since when; what is missing stands out. */
export function ReadinessCard({ event, now }: { event: EventRecord; now: string }) {
  return (
    <Card title="Ready to start">
      {event.readinessLost === null ? null : (
        <div className="pb-2">
          <Notice tone="problem" title="It was ready before">
            <p>{event.readinessLost.reasons.join(" ")}</p>
            <p className="text-meta text-muted">
              Lost <VenueMoment at={event.readinessLost.at} timeZone={event.timeZone} now={now} />
            </p>
          </Notice>
        </div>
      )}
      <ul className="-my-1 divide-y divide-border">
        {event.readiness.map(({ part, isMet, text, evidence }) => (
          <li key={part} className="flex gap-3 py-2">
            <span className={toneTextClass[isMet ? "good" : "caution"]}>
              {isMet ? <Check /> : <CircleDashed />}
            </span>
            <div className="min-w-0">
              <p className="font-medium">
                {partWords[part]}
                <span className="sr-only">{isMet ? ": met" : ": missing"}</span>
              </p>
              <p className={isMet ? "text-muted" : "text-on-caution"}>{text}</p>
              {evidence === null ? null : (
                <p className="text-meta text-muted">
                  Since <VenueMoment at={evidence.at} timeZone={event.timeZone} now={now} />
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
