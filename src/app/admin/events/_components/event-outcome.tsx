"use client";

import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { VenueTime } from "@/components/venue-time";
import { formatDuration } from "@/values/format-time";
import { durationMs } from "@/values/time-window";
import { spellFigure } from "./activity-words";
import type { EventRecord } from "./event-facts";

const ReviseDialog = dynamic(() => import("./acts/revise-dialog").then((part) => part.ReviseDialog), {
  ssr: false,
});

/** How the event went: its real times beside the planned ones, what was counted, what is left to do (rule 48). */
export function EventOutcome({ event, now }: { event: EventRecord; now: string }) {
  const { outcome, actualStart, actualEnd, timeZone, followUps } = event;
  const revise = useLateDialog();
  if (outcome === null) return null;
  const figures = Object.entries(outcome.metrics);
  const times =
    actualStart === null || actualEnd === null ? null : { startsAt: actualStart, endsAt: actualEnd };
  return (
    <Card
      title="Outcome"
      aside={
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={outcome.metExpectations ? "good" : "caution"}>
            {outcome.metExpectations ? "Met the expectations" : "Below the expectations"}
          </Badge>
          {event.can.reviseOutcome ? (
            <Button variant="quiet" icon={<Pencil />} onClick={revise.open}>
              Change
            </Button>
          ) : null}
        </span>
      }
    >
      <div className="grid gap-4">
        <Facts
          facts={[
            ...(times === null
              ? []
              : [
                  {
                    label: "Really was",
                    value: (
                      <>
                        <VenueTime {...times} timeZone={timeZone} now={now} />
                        <span className="block text-muted tabular-nums">{lengthWords(event, times)}</span>
                      </>
                    ),
                  },
                ]),
            ...(outcome.notes === ""
              ? []
              : [{ label: "Notes", value: <span className="whitespace-pre-line">{outcome.notes}</span> }]),
          ]}
        />
        {figures.length === 0 ? null : (
          <Facts
            facts={figures.map(([label, value]) => ({
              label,
              value: <span className="tabular-nums">{spellFigure(value)}</span>,
            }))}
          />
        )}
        {revise.wasOpened ? <ReviseDialog event={event} outcome={outcome} {...revise.dialog} /> : null}
        {followUps.length === 0 ? null : (
          <div className="text-cell">
            <h3 className="font-medium">Left to do</h3>
            <ul className="mt-1 list-disc pl-5">
              {followUps.map((followUp) => (
                <li key={followUp} className="wrap-anywhere">
                  {followUp}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Card>
  );
}

type Window = { readonly startsAt: string; readonly endsAt: string };

/** "4 h 10 min, planned 4 h". */
function lengthWords(planned: Window, real: Window): string {
  const [took, meant] = [real, planned].map((window) =>
    formatDuration(Math.round(durationMs(window) / 60_000)),
  );
  return `${took}, planned ${meant}`;
}
