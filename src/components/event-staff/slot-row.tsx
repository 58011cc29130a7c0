"use client";

import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RelativeTime } from "@/components/relative-time";
import { Button } from "@/components/ui/button";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { AskedRow } from "./asked-row";
import { isOpenAnswer, outcomeWords } from "./staff-words";

const AskDialog = dynamic(() => import("./ask-dialog").then((part) => part.AskDialog), { ssr: false });

export type StaffSlot = RouterOutputs["staffing"]["listForEvent"]["slots"][number];

export interface SlotRowProps {
  slot: StaffSlot;
  timeZone: string;
  now: string;
}

/** One place: who has it, who has an offer and how long still, who said no. */
export function SlotRow({ slot, timeZone, now }: SlotRowProps) {
  const [wasOpened, setWasOpened] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const current = slot.asked.filter(isOpenAnswer);
  const canWait = current.some(({ status, can }) => status === "accepted" && can.withdraw);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  const past = slot.asked.filter((one) => !isOpenAnswer(one));
  return (
    <li className="grid gap-2 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">
          {`${slot.role} ${slot.seat}`}
          <span className="block text-meta font-normal text-muted">
            {slot.replacesAssignmentId === null ? slot.activityType : `${slot.activityType} · replacement`}
          </span>
        </p>
        {slot.can.createAssignment ? (
          <Button size="small" icon={<UserPlus />} onClick={open}>
            Ask somebody<span className="sr-only">{` as ${slot.role} ${slot.seat}`}</span>
          </Button>
        ) : canWait ? (
          <Button size="small" variant="quiet" onClick={open}>
            Add standby…<span className="sr-only">{` for ${slot.role} ${slot.seat}`}</span>
          </Button>
        ) : null}
      </div>
      {current.length === 0 ? null : (
        <ul className="grid gap-2">
          {current.map((one) => (
            <AskedRow key={one.id} asked={one} timeZone={timeZone} now={now} />
          ))}
        </ul>
      )}
      {current.length === 0 ? (
        <p className="text-muted">{slot.status === "closed" ? "Not needed any more." : "Nobody is asked."}</p>
      ) : null}
      {slot.standby.length === 0 ? null : (
        <p className="text-meta text-muted">{`On standby: ${slot.standby.map(({ name }) => name).join(", ")}`}</p>
      )}
      {past.length === 0 ? null : (
        <details className="text-meta text-muted">
          <summary className="w-fit cursor-pointer py-0.5">{`${counted(past.length, "person")} asked before`}</summary>
          <ul className="mt-1 grid gap-1">
            {past.map((one) => (
              <li key={one.id} className="wrap-anywhere">
                {outcomeWords(one)}
                {one.answeredAt === null ? null : (
                  <>
                    {", "}
                    <RelativeTime at={one.answeredAt} now={now} timeZone={timeZone} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {wasOpened ? (
        <AskDialog
          slot={{ ...slot, isAsked: current.length > 0, isFilled: !slot.can.createAssignment }}
          timeZone={timeZone}
          now={now}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
        />
      ) : null}
    </li>
  );
}
