"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/values/format-time";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

const PlaceHoldDialog = dynamic(() => import("./place-hold-dialog").then((part) => part.PlaceHoldDialog), {
  ssr: false,
});
const LiftHoldDialog = dynamic(() => import("./lift-hold-dialog").then((part) => part.LiftHoldDialog), {
  ssr: false,
});

export type HoldLine = RouterOutputs["log"]["holds"][number];

/** Legal holds: which bookings keep their entries past their time, and why. */
export function HoldsCard({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const holds = useQuery(trpc.log.holds.queryOptions());
  const [isPlacing, setIsPlacing] = useState(false);
  const [lifting, setLifting] = useState<HoldLine | null>(null);
  return (
    <Card
      isFlush
      title="Legal holds"
      aside={<Button onClick={() => setIsPlacing(true)}>Place a hold</Button>}
    >
      {holds.isError ? <PanelError what="The holds" onRetry={() => void holds.refetch()} /> : null}
      {holds.isPending ? <SkeletonRows rows={2} /> : null}
      {holds.data ? <HoldList holds={holds.data} now={now} onLift={setLifting} /> : null}
      {isPlacing ? <PlaceHoldDialog onClose={() => setIsPlacing(false)} /> : null}
      {lifting === null ? null : <LiftHoldDialog hold={lifting} onClose={() => setLifting(null)} />}
    </Card>
  );
}

interface HoldListProps {
  readonly holds: readonly HoldLine[];
  readonly now: string;
  readonly onLift: (hold: HoldLine) => void;
}

function HoldList({ holds, now, onLift }: HoldListProps) {
  if (holds.length === 0) {
    return (
      <p className="px-4 py-3 text-cell text-muted">
        No booking is on hold. A hold keeps every entry of a booking, and its neighbors of the same month,
        until it is lifted.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-border">
      {holds.map((hold) => (
        <li
          key={hold.holdId}
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-4 py-3 text-cell"
        >
          <HoldText hold={hold} now={now} />
          {hold.lifted === null ? (
            <Button onClick={() => onLift(hold)} aria-label={`Lift the hold on ${hold.bookingNumber}`}>
              Lift
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function HoldText({ hold, now }: { readonly hold: HoldLine; readonly now: string }) {
  const { bookingNumber, bookingTitle, reason, placedBy, placedAt, lifted } = hold;
  const on = (at: string) => formatDate(at, "Etc/UTC", now);
  return (
    <div className="grid min-w-0 flex-1 gap-0.5">
      <p className={lifted === null ? "" : "text-muted"}>
        <TextLink href={`/log?id=${bookingNumber}&range=all`}>{bookingNumber}</TextLink>{" "}
        <span className="wrap-anywhere">{bookingTitle}</span>
      </p>
      <p className="wrap-anywhere">{reason}</p>
      <p className="text-meta text-muted">
        {`Placed by ${placedBy} on ${on(placedAt)}`}
        {lifted === null ? "" : `. Lifted by ${lifted.by} on ${on(lifted.at)}: ${lifted.reason}`}
      </p>
    </div>
  );
}
