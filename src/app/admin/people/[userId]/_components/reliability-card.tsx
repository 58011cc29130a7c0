"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck, ClockAlert, Undo2, UserMinus } from "lucide-react";
import { eventHref } from "@/app/admin/_components/event-href";
import { entryHref } from "@/components/entry-href";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { Tone } from "@/components/ui/tone";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatDate } from "@/values/format-time";

type Receipt = RouterOutputs["staffing"]["person"]["receipts"][number];

const OUTCOMES: Readonly<Record<Receipt["outcome"], { label: string; tone: Tone; icon: typeof Undo2 }>> = {
  kept: { label: "Kept", tone: "good", icon: CircleCheck },
  late: { label: "Late", tone: "caution", icon: ClockAlert },
  withdrawn: { label: "Withdrawn shortly before", tone: "caution", icon: Undo2 },
  no_show: { label: "No-show", tone: "problem", icon: UserMinus },
};

/** How far they can be counted on, with every shift that says so: nothing here is an opinion. */
export function ReliabilityCard({ userId, now }: { userId: string; now: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.staffing.person.queryOptions({ userId }));
  if (!data) return null;
  const { reliability, receipts } = data;
  return (
    <Card
      title="Reliability"
      isFlush
      aside={
        <span className="text-cell text-muted tabular-nums">
          {receipts.length === 0 ? "No shift counts yet" : `${Math.round(reliability * 100)} of 100`}
        </span>
      }
    >
      {receipts.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">
          Shifts of the last 18 months count, the older the less. None is over yet.
        </p>
      ) : (
        <ul className="divide-y divide-border">
          {receipts.map((receipt) => (
            <ReceiptRow key={receipt.assignmentId} receipt={receipt} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ReceiptRow({ receipt, now }: { receipt: Receipt; now: string }) {
  const { outcome, eventId, code, title, at, weight, factId } = receipt;
  const { label, tone, icon: Icon } = OUTCOMES[outcome];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 px-4 py-2 text-cell">
      <p className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <TextLink href={eventHref(eventId)} className="tabular-nums">
          {code}
        </TextLink>
        {` ${title}`}
        <span className="block text-meta text-muted tabular-nums">
          {`${formatDate(at, "UTC", now)} · counts ${Math.round(weight * 100)} of 100`}
          {factId === null ? null : (
            <>
              {" · "}
              <TextLink href={entryHref(factId)}>
                Log entry<span className="sr-only">{` of ${code}`}</span>
              </TextLink>
            </>
          )}
        </span>
      </p>
      <Badge tone={tone} icon={<Icon />}>
        {label}
      </Badge>
    </li>
  );
}
