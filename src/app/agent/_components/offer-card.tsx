"use client";

import { useState } from "react";
import { useStaffAct } from "@/components/event-staff/use-staff-act";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { useTRPC } from "@/trpc/client";
import { formatWindow } from "@/values/format-time";
import { ReasonForm } from "./reason-form";
import { ShiftHead } from "./shift-head";
import { ShiftStanding } from "./shift-standing";
import { type OfferedShift, standingWords } from "./shift-words";

interface OfferCardProps {
  shift: OfferedShift;
  userId: string;
  now: string;
}

/** One date: everything to decide by, and the answer within reach of a thumb. */
export function OfferCard({ shift, userId, now }: OfferCardProps) {
  const { instructions, isOnStandby } = shift;
  const standing = standingWords(shift);
  return (
    <Card>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <ShiftStanding shift={shift} now={now} />
        <ShiftHead shift={shift} now={now} />
        {instructions === "" ? null : <p className="wrap-anywhere whitespace-pre-line">{instructions}</p>}
        {standing === null ? null : <Notice title={standing} role="status" />}
        {isOnStandby ? (
          <Notice title="You are on the standby list">You are asked first if it becomes free.</Notice>
        ) : null}
        <Consequences shift={shift} now={now} />
        <Answers shift={shift} userId={userId} />
      </div>
    </Card>
  );
}

/** What stands against it, and what accepting takes back. */
function Consequences({ shift: { clashes, takesBack }, now }: Pick<OfferCardProps, "shift" | "now">) {
  const listed = (shifts: OfferedShift["clashes"]) =>
    shifts.map((other) => `${other.title}, ${formatWindow(other, other.timeZone, now)}`).join("; ");
  return (
    <>
      {clashes.length === 0 ? null : (
        <Notice tone="caution" title="You have a shift at this time">
          {listed(clashes)}
        </Notice>
      )}
      {takesBack.length === 0 ? null : (
        <Notice title="Accepting ends your other offers at this time">{listed(takesBack)}</Notice>
      )}
    </>
  );
}

function Answers({ shift, userId }: Pick<OfferCardProps, "shift" | "userId">) {
  const trpc = useTRPC();
  const accept = useStaffAct(trpc.staffing.accept.mutationOptions());
  const reject = useStaffAct(trpc.staffing.reject.mutationOptions());
  const withdraw = useStaffAct(trpc.staffing.withdraw.mutationOptions());
  const standby = useStaffAct(trpc.staffing.joinStandby.mutationOptions());
  const [asked, setAsked] = useState<"decline" | "withdraw" | null>(null);
  const { id: assignmentId, can, slotId, isFilled } = shift;
  if (asked !== null) {
    const act = asked === "decline" ? reject : withdraw;
    return (
      <ReasonForm
        verb={asked === "decline" ? "Decline" : "Withdraw"}
        isOptional={asked === "decline"}
        problem={act.problem}
        isPending={act.isPending}
        onLeave={() => setAsked(null)}
        onSend={async (reason) => {
          if (await act.send({ assignmentId, reason })) setAsked(null);
        }}
      />
    );
  }
  return (
    <div className="grid gap-2">
      <FormProblem problem={accept.problem ?? standby.problem} />
      {can.accept && !isFilled ? (
        <Button
          variant="primary"
          size="action"
          isPending={accept.isPending}
          onClick={() => void accept.send({ assignmentId })}
        >
          {accept.isPending ? "Sending" : "Accept"}
        </Button>
      ) : null}
      {can.joinStandby ? (
        <Button
          size="action"
          isPending={standby.isPending}
          onClick={() => void standby.send({ slotId, userId })}
        >
          Join the standby list
        </Button>
      ) : null}
      {can.reject ? (
        <Button size="action" onClick={() => setAsked("decline")}>
          Decline
        </Button>
      ) : null}
      {can.withdraw ? (
        <Button size="action" onClick={() => setAsked("withdraw")}>
          Withdraw from this shift
        </Button>
      ) : null}
    </div>
  );
}
