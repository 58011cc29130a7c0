"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import { EventMissing } from "@/app/admin/events/_components/event-missing";
import { EventStatus } from "@/app/admin/events/_components/event-status";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { ButtonLink } from "@/components/ui/button";
import { DetailPane } from "@/components/ui/detail-pane";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { VenueTime } from "@/components/venue-time";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { partWords } from "./cell-words";
import { NextStep } from "./next-step";
import { PartEvidence } from "./part-evidence";
import { parts, type ReadinessView, viewHref } from "./readiness-view";
import { TaskList } from "./task-list";
import { VenuePart } from "./venue-part";

export interface ReadinessPaneProps {
  view: ReadinessView;
  eventId: string;
  onClose: () => void;
  now: string;
  /** The reader's own zone. */
  timeZone: string;
}

/** What fixes one cell of the matrix: what the part rests on, its tasks, and the next step. */
export function ReadinessPane({ view, eventId, onClose, now, timeZone }: ReadinessPaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const event = useQuery(trpc.events.byId.queryOptions({ eventId }));
  const problem = event.error === null ? null : problemOf(event.error);
  const { data } = event;
  const title = data ? `EV-${data.number} ${data.title}` : "Event";
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={`Readiness of ${title}`}
      closeHref={viewHref({ ...view, open: null })}
      onClose={onClose}
      pageHref={`/admin/events/${eventId}` as Route}
      {...(data && { head: <Head event={data} view={view} now={now} timeZone={timeZone} /> })}
    >
      {event.isPending ? <SkeletonRows rows={5} label="Loading the event" /> : null}
      {problem?.code === "NOT_FOUND" ? <EventMissing /> : null}
      {problem !== null && problem.code !== "NOT_FOUND" ? (
        <PanelError what="The event" reference={problem.requestId} onRetry={() => void event.refetch()} />
      ) : null}
      {data ? <Body event={data} view={view} now={now} /> : null}
    </DetailPane>
  );
}

type EventRecord = RouterOutputs["events"]["byId"];

function Head({
  event,
  view,
  now,
  timeZone,
}: { event: EventRecord } & Pick<ReadinessPaneProps, "view" | "now" | "timeZone">) {
  return (
    <div className="grid gap-2 pt-1">
      <EventStatus event={event} />
      <p className="text-cell text-muted">
        <VenueTime
          startsAt={event.startsAt}
          endsAt={event.endsAt}
          timeZone={event.timeZone}
          now={now}
          viewerZone={timeZone}
        />
        <span className="block">{`${event.venue.name}, ${event.manager?.name ?? "no manager yet"}`}</span>
      </p>
      <Tabs
        label="Parts of the readiness"
        items={parts.map((part) => ({
          label: partWords[part],
          href: viewHref({ ...view, part }),
          isCurrent: part === view.part,
        }))}
      />
    </div>
  );
}

const kindOf = { staff: "staff", kits: "kit", logistics: "logistics", venue: "venue" } as const;

function Body({ event, view, now }: { event: EventRecord } & Pick<ReadinessPaneProps, "view" | "now">) {
  const { part } = view;
  const item = event.readiness.find((one) => one.part === part);
  const tasks = event.tasks.filter((task) => task.kind === kindOf[part]);
  return (
    <div className="grid gap-4">
      {event.readinessLost === null ? null : (
        <Notice tone="problem" title="It was ready, and is not any more">
          <p>{event.readinessLost.reasons.join(" ")}</p>
          <p>{`Since ${formatMoment(event.readinessLost.at, event.timeZone, now)}.`}</p>
        </Notice>
      )}
      <NextStep event={event} now={now} />
      {item ? <PartEvidence item={item} timeZone={event.timeZone} now={now} /> : null}
      {part === "venue" ? <VenuePart event={event} /> : null}
      <TaskList event={event} tasks={tasks} now={now} />
      <div>
        <ButtonLink href={`/admin/events/${event.id}` as Route}>{`Open EV-${event.number}`}</ButtonLink>
      </div>
    </div>
  );
}
