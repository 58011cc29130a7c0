"use client";

import { CalendarClock, PackageSearch } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { eventHref } from "@/app/admin/_components/event-href";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";

const WaysDialog = dynamic(
  () => import("@/components/event-kits/ways-dialog").then((part) => part.WaysDialog),
  { ssr: false },
);

type Shortage = RouterOutputs["kits"]["shortages"]["items"][number];

const kindWords: Readonly<Record<Shortage["kind"], string>> = {
  parts: "Parts missing",
  kit: "Kit not to be had",
  capacity: "Too few kits",
};

/** One need that is short: why, for which event, how long there is, and the ways out. */
export function ShortageRow({ item, now }: { item: Shortage; now: string }) {
  const [wasOpened, setWasOpened] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const { event, shortage, code, templateName } = item;
  const hidden = <span className="sr-only">{` for EV-${event.number}`}</span>;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-cell">
      <div className="min-w-0 flex-1 basis-64 wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {code === null ? templateName : `${templateName} · ${code}`}
          <Badge tone={item.kind === "parts" ? "caution" : "problem"}>{kindWords[item.kind]}</Badge>
        </p>
        <p>{shortage.cause}</p>
        <p className="text-muted">
          <TextLink href={eventHref(event.id)} className="tabular-nums">{`EV-${event.number}`}</TextLink>
          {` ${event.title}, ${event.venueName}, ${formatWindow(event, event.timeZone, now)}`}
          {event.managerName === null ? " · nobody runs it yet" : ` · ${event.managerName}`}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-meta text-muted">
          {"Packing "}
          <RelativeTime at={item.windowStart} now={now} timeZone={event.timeZone} tipSide="end" />
        </span>
        <Button
          size="small"
          icon={<PackageSearch />}
          onClick={() => {
            setWasOpened(true);
            setIsOpen(true);
          }}
        >
          {item.kind === "parts" ? "Settle…" : "Choose a kit…"}
          {hidden}
        </Button>
        <ButtonLink
          size="small"
          variant="quiet"
          icon={<CalendarClock />}
          href={eventHref(event.id, "reschedule")}
        >
          Another date{hidden}
        </ButtonLink>
      </div>
      {wasOpened ? (
        <WaysDialog kitAssignmentId={item.kitAssignmentId} isOpen={isOpen} onOpenChange={setIsOpen} />
      ) : null}
    </li>
  );
}
