"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { SearchBox } from "@/components/search-box";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { RadioGroup } from "@/components/ui/radio-group";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";

const SHOWN_MAX = 20;

type Event = RouterOutputs["events"]["byId"];

export interface OtherEventProps {
  event: Event;
  now: string;
  chosen: string | null;
  onChoose: (eventId: string) => void;
}

/** The coming events that can still be moved, the next one first, found by number or words. */
export function OtherEvent({ event, now, chosen, onChoose }: OtherEventProps) {
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const list = useQuery({
    ...trpc.events.list.queryOptions({
      from: now,
      status: ["scheduled", "assigned", "preparing", "ready"],
      ...(words !== "" && { q: words }),
      limit: SHOWN_MAX + 1,
    }),
    placeholderData: keepPreviousData,
  });
  const others = (list.data?.items ?? []).filter(({ id, startsAt }) => id !== event.id && startsAt > now);
  return (
    <Card
      title="The other event"
      aside={
        <SearchBox
          label="Find an event by number, title, client or venue"
          placeholder="EV-221, title, venue"
          words={words}
          onSearch={setWords}
        />
      }
    >
      {list.error ? (
        <PanelError
          what="The list of events"
          reference={problemOf(list.error).requestId}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.isPending ? <SkeletonRows rows={8} label="Loading events" /> : null}
      {list.data && others.length === 0 ? (
        <p className="text-cell text-muted">No coming event matches. Search for something else.</p>
      ) : null}
      <RadioGroup
        name="other-event"
        label="The other event"
        options={others.slice(0, SHOWN_MAX).map((other) => ({
          value: other.id,
          label: `EV-${other.number} ${other.title}`,
          hint: `${formatWindow(other, other.timeZone, now)} · ${other.venue.name}`,
        }))}
        value={chosen}
        onChange={onChoose}
      />
      {others.length > SHOWN_MAX ? (
        <p className="mt-2 text-meta text-muted">{`The next ${SHOWN_MAX} are shown. Search to find others.`}</p>
      ) : null}
    </Card>
  );
}
