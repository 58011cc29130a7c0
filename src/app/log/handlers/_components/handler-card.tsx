"use client";

import { CirclePause, CirclePlay, Unplug } from "lucide-react";
import { counted, deliveries } from "@/app/log/_components/counted";
import { logTime } from "@/app/log/_components/log-time";
import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { HandlerActions } from "./handler-actions";

export type HandlerRow = RouterOutputs["log"]["handlers"][number];

/** One handler: how it works, what waits, what it hears. */
export function HandlerCard({ row, now }: { readonly row: HandlerRow; readonly now: string }) {
  const { handler, paused, isOrphaned } = row;
  return (
    <Card title={handler} aside={<HandlerBadge row={row} />} className="h-full">
      <div className="grid gap-3">
        {paused === null ? null : (
          <Notice tone="caution" title={pausedWords(paused)}>
            {paused.reason ?? undefined}
          </Notice>
        )}
        {isOrphaned ? (
          <Notice tone="caution" title="This release has no such handler">
            What is open with it stays open until it is skipped. Nothing new comes.
          </Notice>
        ) : null}
        <Facts facts={factsOf(row, now)} />
        <Subscriptions subscriptions={row.subscriptions} />
        <HandlerActions row={row} />
      </div>
    </Card>
  );
}

function HandlerBadge({ row: { paused, isOrphaned } }: { readonly row: HandlerRow }) {
  if (isOrphaned) {
    return (
      <Badge tone="caution" icon={<Unplug />}>
        Orphaned
      </Badge>
    );
  }
  return paused === null ? (
    <Badge tone="good" icon={<CirclePlay />}>
      Running
    </Badge>
  ) : (
    <Badge tone="caution" icon={<CirclePause />}>
      Paused
    </Badge>
  );
}

function pausedWords({ at, by }: NonNullable<HandlerRow["paused"]>): string {
  return `Paused${by === null ? "" : ` by ${by}`} since ${logTime(at)} UTC`;
}

function factsOf(row: HandlerRow, now: string): readonly Fact[] {
  const { waiting, parked, oldestDueAt, ordering, onDead } = row;
  return [
    { label: "Waiting", value: waiting.count === 0 ? "None" : deliveries(waiting) },
    ...(oldestDueAt === null
      ? []
      : [
          {
            label: oldestDueAt > now ? "Next due" : "Oldest due",
            value: <RelativeTime at={oldestDueAt} now={now} timeZone="UTC" />,
          },
        ]),
    {
      label: "Parked",
      value: parked.count === 0 ? "None" : <TextLink href="/log/parked">{deliveries(parked)}</TextLink>,
    },
    {
      label: "Order",
      value: ordering === "correlation" ? "In order within each chain" : "In any order",
    },
    {
      label: "A parked one",
      value: onDead === "block" ? "Holds up its chain" : "Holds up nothing",
    },
  ];
}

function Subscriptions({ subscriptions }: Pick<HandlerRow, "subscriptions">) {
  if (subscriptions.length === 0) return null;
  return (
    <details className="text-cell">
      <summary className="cursor-pointer text-accent">{`Hears ${counted(subscriptions.length, "type", "types")}`}</summary>
      <ul className="mt-2 grid max-h-60 gap-x-6 gap-y-1 overflow-y-auto sm:grid-cols-2">
        {subscriptions.map(({ type, since }) => (
          <li key={type} title={`Since ${logTime(since)} UTC`} className="truncate font-mono text-meta">
            {type}
          </li>
        ))}
      </ul>
    </details>
  );
}
