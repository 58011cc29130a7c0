"use client";

import { useQuery } from "@tanstack/react-query";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { useNow } from "@/components/use-now";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import { agendaOf } from "./agenda";
import { EventCard } from "./event-card";
import { eventHref, type MyEvent } from "./event-record";
import { soonInput } from "./my-events-input";
import { NextEvent } from "./next-event";

export interface TodayScreenProps {
  now: string;
  viewerZone: string | undefined;
}

/** What comes next, whole, and what else is today. */
export function TodayScreen({ now, viewerZone }: TodayScreenProps) {
  const trpc = useTRPC();
  const moment = useNow(now);
  const mine = useQuery(trpc.events.mine.queryOptions(soonInput));
  const date = formatDate(moment, viewerZone ?? "UTC", moment);
  const { next, laterToday, unfinished } = agendaOf(mine.data?.items ?? [], moment);
  return (
    <>
      <PageHeader title={`Today · ${date}`} />
      {mine.isPending ? <SkeletonRows rows={5} label="Loading your day" /> : null}
      {mine.isError && !mine.data ? <PanelError what="Your day" onRetry={() => void mine.refetch()} /> : null}
      <Unfinished events={unfinished} />
      {mine.data && next === null ? <NothingSoon later={mine.data.later.count} /> : null}
      {next ? (
        <NextEvent key={next.id} event={next} now={now} viewerZone={viewerZone}>
          <LaterToday events={laterToday} now={now} />
        </NextEvent>
      ) : null}
    </>
  );
}

function NothingSoon({ later }: { later: number }) {
  return (
    <EmptyState
      title="Nothing in the next 14 days"
      action={<ButtonLink href="/field/events">See all my events</ButtonLink>}
    >
      {later === 0
        ? "Events stand here once the desk gives them to you."
        : `${counted(later, "event")} of yours ${later === 1 ? "comes" : "come"} later.`}
    </EmptyState>
  );
}

/** Their time is over, and nobody has said what they came to. */
function Unfinished({ events }: { events: readonly MyEvent[] }) {
  if (events.length === 0) return null;
  return (
    <Notice tone="caution" title={`${counted(events.length, "event")} not brought to an end`}>
      <ul>
        {events.map(({ id, number, title }) => (
          <li key={id}>
            <TextLink href={eventHref(id)} className="inline-flex min-h-target items-center underline">
              {`EV-${number} ${title}`}
            </TextLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function LaterToday({ events, now }: { events: readonly MyEvent[]; now: string }) {
  if (events.length === 0) return null;
  return (
    <section aria-labelledby="later" className="grid gap-3 pt-2">
      <h2 id="later" className="text-title">
        Later today
      </h2>
      {events.map((event) => (
        <EventCard key={event.id} event={event} now={now} />
      ))}
    </section>
  );
}
