"use client";

import { PackageSearch, TriangleAlert } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { StatusBadge } from "@/components/status-badge";
import { kitAssignmentLooks, kitFlagLooks } from "@/components/status-looks/kits";
import { Button } from "@/components/ui/button";
import type { RouterOutputs } from "@/trpc/client";
import { CallOff } from "./call-off";
import { needNotes } from "./need-words";

const WaysDialog = dynamic(() => import("./ways-dialog").then((part) => part.WaysDialog), { ssr: false });

export type KitNeed = RouterOutputs["kits"]["forEvent"]["needs"][number];

export interface NeedRowProps {
  need: KitNeed;
  timeZone: string;
  now: string;
}

/** One kit that the event needs: which one it gets, how far that is, and what stands against it. */
export function NeedRow({ need, timeZone, now }: NeedRowProps) {
  const [wasOpened, setWasOpened] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const [isEnding, setIsEnding] = useState(false);
  const { unit, shortage, can } = need;
  const hidden = <span className="sr-only">{` for ${need.templateName}, ${need.activityType}`}</span>;
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  return (
    <li className="grid gap-2 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">
          {need.templateName}
          {unit === null ? null : <span className="tabular-nums">{` · ${unit.code}`}</span>}
          <span className="block text-meta font-normal text-muted">{need.activityType}</span>
        </p>
        <span className="flex flex-wrap gap-1">
          {need.out?.isOverdue ? <StatusBadge look={kitFlagLooks.overdue} /> : null}
          <StatusBadge look={kitAssignmentLooks[need.status]} />
        </span>
      </div>
      {shortage === null ? null : (
        <p className="flex items-start gap-2 rounded-control bg-caution px-3 py-2 text-on-caution wrap-anywhere">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          {shortage.cause}
        </p>
      )}
      {needNotes(need, { timeZone, now }).map((line) => (
        <p key={line} className="text-meta wrap-anywhere text-muted">
          {line}
        </p>
      ))}
      {isEnding ? <CallOff need={need} onDone={() => setIsEnding(false)} /> : null}
      {isEnding || !can.bind ? null : (
        <div className="flex flex-wrap gap-1">
          <Button
            size="small"
            icon={<PackageSearch />}
            {...(shortage !== null && { variant: "primary" as const })}
            onClick={open}
          >
            {shortage !== null ? "Settle the shortage…" : unit === null ? "Bind a kit…" : "Another kit…"}
            {hidden}
          </Button>
          {can.cancel ? (
            <Button size="small" variant="quiet" onClick={() => setIsEnding(true)}>
              Call off…{hidden}
            </Button>
          ) : null}
        </div>
      )}
      {wasOpened ? <WaysDialog kitAssignmentId={need.id} isOpen={isOpen} onOpenChange={setIsOpen} /> : null}
    </li>
  );
}
