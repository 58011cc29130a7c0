"use client";

import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { entryHref } from "@/components/entry-href";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { type Tone, toneClass } from "@/components/ui/tone";
import { formatMoment } from "@/values/format-time";
import type { EventRecord } from "./event-facts";
import { evidenceWords } from "./evidence-words";
import type { NamedRecord } from "./use-event-record";
import { VenueGateActs } from "./venue-gate-acts";

type Item = EventRecord["readiness"][number];

const PARTS: Readonly<Record<Item["part"], string>> = {
  staff: "Staff",
  kits: "Kits",
  logistics: "Logistics",
  venue: "Venue",
};

export interface EventGatesProps {
  event: EventRecord;
  record: NamedRecord;
  now: string;
}

/** What readiness rests on: four gates, each with the entry of the log that satisfied it, by whom and when. */
export function EventGates({ event, record, now }: EventGatesProps) {
  const met = event.readiness.filter(({ isMet }) => isMet).length;
  return (
    <Card
      title="Readiness"
      isFlush
      aside={
        <span className="text-cell text-muted tabular-nums">{`${met} of ${event.readiness.length}`}</span>
      }
    >
      <ul className="divide-y divide-border">
        {event.readiness.map((item) => (
          <Gate key={item.part} item={item} event={event} record={record} now={now}>
            {item.part === "venue" ? <VenueGateActs event={event} record={record} /> : null}
          </Gate>
        ))}
      </ul>
    </Card>
  );
}

interface GateProps extends EventGatesProps {
  item: Item;
  children: ReactNode;
}

function Gate({ item, event, record, now, children }: GateProps) {
  const { tone, Icon } = lookOf(item);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-2.5 text-cell">
      <span
        className={`inline-flex size-6 shrink-0 items-center justify-center rounded-full [&_.lucide]:size-3.5 ${toneClass[tone]}`}
      >
        <Icon />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="min-h-6 pt-0.5">
          <span className="font-medium">{PARTS[item.part]}</span>
          <span className="sr-only">{item.isMet ? ", met" : ", missing"}</span>
          <span className="text-muted">{` · ${item.text}`}</span>
        </p>
        <GateEvidence item={item} event={event} record={record} now={now} />
      </div>
      {children}
    </li>
  );
}

/** A gate that was met and is not any more stands out from one that nobody has come to yet. */
function lookOf({ isMet, evidence, part }: Item): { tone: Tone; Icon: LucideIcon } {
  if (isMet) return { tone: "good", Icon: CircleCheck };
  return part === "venue" && evidence !== null
    ? { tone: "problem", Icon: CircleX }
    : { tone: "caution", Icon: CircleDashed };
}

function GateEvidence({ item, event, record, now }: Omit<GateProps, "children">) {
  if (item.evidence === null) return null;
  const { factId, at } = item.evidence;
  const entry = record.details?.evidence.find((one) => one.factId === factId);
  const by = entry === undefined ? "" : ` by ${record.nameOf(entry.by)}`;
  return (
    <p className="text-meta text-muted">
      {`${evidenceWords(entry?.type)}${by}, `}
      <time dateTime={at}>{formatMoment(at, event.timeZone, now)}</time>
      {" · "}
      <TextLink href={entryHref(factId)}>Log entry</TextLink>
    </p>
  );
}
