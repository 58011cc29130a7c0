"use client";

import type { Route } from "next";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { NativeSelect } from "@/components/ui/native-select";
import type { Tone } from "@/components/ui/tone";
import type { DescriptionIcon } from "@/domain-events/catalog/describe-parts";
import { zoneLabel } from "@/values/format-time";
import { ExpiredStub } from "./expired-stub";
import { factIcons } from "./fact-icon";
import { type ExpiredPart, timelineParts } from "./timeline-parts";
import { timelineDays } from "./timeline-days";
import { type TimelineEntry, TimelineList } from "./timeline-list";

/** One entry as `bookings.timeline` answers it. */
export interface RecordTimelineEntry {
  readonly id: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  /** Follows the actor. */
  readonly title: string;
  readonly details: readonly { readonly label: string; readonly text: string }[];
  /** What the filter goes by: the fact's category. */
  readonly kind: string;
  readonly tone: Tone;
  readonly icon: DescriptionIcon;
  readonly systemStep: boolean;
}

export interface RecordTimelineProps {
  readonly entries: readonly RecordTimelineEntry[];
  /** The venue's zone. */
  readonly timeZone: string;
  /** The moment the page was made, ISO 8601. */
  readonly now: string;
  /** The log entry of a fact, for those who may open it. */
  readonly entryHref?: (id: string) => Route;
  /** Present when there are older entries. */
  readonly onOlder?: (() => void) | undefined;
  readonly isLoadingOlder?: boolean;
  /** What is no longer in the log, said in its place. */
  readonly expired?: readonly ExpiredPart[];
}

const KIND_LABELS: Readonly<Record<string, string>> = {
  booking: "Booking",
  event: "Events",
  activity: "Activities",
  staff: "Shifts",
  kit: "Kits",
  location: "Venue",
};

/** What happened to a record: by day, in plain words, the system's own steps folded (U-44). */
export function RecordTimeline(props: RecordTimelineProps) {
  const { entries, timeZone, now, entryHref, onOlder, isLoadingOlder = false, expired = [] } = props;
  const [kind, setKind] = useState("");
  const ofKind = <T extends { readonly kind: string }>(all: readonly T[]) =>
    kind === "" ? all : all.filter((one) => one.kind === kind);
  const shown = ofKind(entries);
  const parts = timelineParts(shown, ofKind(expired), onOlder !== undefined);
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-meta text-muted">{`Times: ${zoneLabel(timeZone)}`}</p>
        <KindFilter entries={[...entries, ...expired]} kind={kind} onChange={setKind} />
      </div>
      {parts.map((part) =>
        part.kind === "expired" ? (
          <ExpiredStub key={part.key} expired={part.expired} />
        ) : (
          timelineDays(part.entries, timeZone, now).map(({ day, entries: ofDay }) => (
            <section key={`${part.key} ${day}`} aria-label={day}>
              <h3 className="text-meta font-medium text-muted">{day}</h3>
              <TimelineList
                entries={ofDay.map((entry) => toListEntry(entry, entryHref))}
                timeZone={timeZone}
                now={now}
              />
            </section>
          ))
        ),
      )}
      {parts.length === 0 ? <p className="text-cell text-muted">Nothing has happened here yet.</p> : null}
      {onOlder === undefined ? null : (
        <div>
          <Button isPending={isLoadingOlder} onClick={onOlder}>
            Show older entries
          </Button>
        </div>
      )}
    </div>
  );
}

function KindFilter(props: {
  entries: readonly { readonly kind: string }[];
  kind: string;
  onChange: (kind: string) => void;
}) {
  const kinds = [...new Set(props.entries.map((entry) => entry.kind))];
  if (kinds.length < 2) return null;
  return (
    <NativeSelect
      aria-label="Show entries about"
      className="w-40"
      placeholder="Everything"
      options={kinds.map((value) => ({ value, label: KIND_LABELS[value] ?? value }))}
      value={props.kind}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

function toListEntry(entry: RecordTimelineEntry, entryHref: RecordTimelineProps["entryHref"]): TimelineEntry {
  return {
    id: entry.id,
    at: entry.at,
    actor: entry.actor,
    text: <EntryText entry={entry} />,
    icon: factIcons[entry.icon],
    tone: entry.tone,
    isSystem: entry.systemStep,
    href: entryHref?.(entry.id),
  };
}

function EntryText({ entry }: { entry: RecordTimelineEntry }) {
  return (
    <>
      {entry.title}
      {entry.details.map(({ label, text }) => (
        <span key={`${label} ${text}`} className="block wrap-anywhere whitespace-pre-line text-muted">
          {`${label}: ${text}`}
        </span>
      ))}
    </>
  );
}
