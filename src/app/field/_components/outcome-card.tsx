"use client";

import { Pencil } from "lucide-react";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { formatWindow } from "@/values/format-time";
import type { EventRecord } from "./event-record";
import { amountWords } from "./figures";
import { loadReviseForm } from "./late-forms";

/** What an event came to, once it is over. */
export function OutcomeCard({ event, now }: { event: EventRecord; now: string }) {
  const { outcome, actualStart, actualEnd, followUps, timeZone } = event;
  const sheet = useSheet();
  if (outcome === null) return null;
  const really =
    actualStart === null || actualEnd === null
      ? []
      : [
          {
            label: "Really was",
            value: formatWindow({ startsAt: actualStart, endsAt: actualEnd }, timeZone, now),
          },
        ];
  return (
    <Card title="What it came to">
      <div className="grid gap-3">
        {followUps.length === 0 ? null : (
          <Notice tone="caution" title="To follow up">
            <ul className="list-disc pl-5">
              {followUps.map((sentence, index) => (
                // Two issues may be described alike.
                <li key={index}>{sentence}</li>
              ))}
            </ul>
          </Notice>
        )}
        <Facts
          facts={[
            ...really,
            { label: "As hoped for", value: outcome.metExpectations ? "Yes" : "No" },
            ...Object.entries(outcome.metrics).map(([label, amount]) => ({
              label,
              value: <span className="tabular-nums">{amountWords(amount)}</span>,
            })),
            ...(outcome.notes === ""
              ? []
              : [{ label: "Notes", value: <span className="whitespace-pre-line">{outcome.notes}</span> }]),
          ]}
        />
        {event.can.reviseOutcome ? (
          <div>
            <Button icon={<Pencil />} onClick={sheet.open}>
              Change the result
            </Button>
            <LateSheet
              sheet={sheet}
              title="What it came to"
              load={loadReviseForm}
              props={{ event, outcome, onDone: sheet.close }}
            />
          </div>
        ) : null}
      </div>
    </Card>
  );
}
