"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { AcceptAnyway, TakeBack } from "./reason-forms";
import { type AskedPerson, canAnswerFor } from "./staff-words";
import { useStaffAct } from "./use-staff-act";

interface AskedRowProps {
  asked: AskedPerson;
  timeZone: string;
  now: string;
}

/** Somebody who is asked: their answer, or how long they still have, and what can be done for them. */
export function AskedRow({ asked, timeZone, now }: AskedRowProps) {
  const [isTaking, setIsTaking] = useState(false);
  const { name, status, offer, can } = asked;
  return (
    <li className="grid gap-1.5 rounded-control bg-sunken px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 wrap-anywhere">
          {name}
          {status === "offered" && offer !== null ? (
            <span className="block text-meta text-muted">
              {"Answer due "}
              <RelativeTime at={offer.responseDeadline} now={now} timeZone={timeZone} />
            </span>
          ) : null}
        </p>
        <StatusBadge look={shiftLooks[status]} />
      </div>
      {can.accept || can.reject || can.withdraw || can.offer ? (
        <Acts asked={asked} isTaking={isTaking} onTake={setIsTaking} />
      ) : null}
    </li>
  );
}

interface ActsProps {
  asked: AskedPerson;
  isTaking: boolean;
  onTake: (isTaking: boolean) => void;
}

/** Answers on behalf, and taking back with a reason. */
function Acts({ asked: { id, name, status, can }, isTaking, onTake }: ActsProps) {
  const trpc = useTRPC();
  const offer = useStaffAct(trpc.staffing.offer.mutationOptions());
  const accept = useStaffAct(trpc.staffing.accept.mutationOptions());
  const reject = useStaffAct(trpc.staffing.reject.mutationOptions());
  const problem = offer.problem ?? accept.problem ?? reject.problem;
  const [isAnswerable, setIsAnswerable] = useState(false);
  // It stays once it is known, so that what is typed outlives the next answer.
  if (!isAnswerable && accept.problem?.rule === "not_fit" && canAnswerFor(accept.problem.data)) {
    setIsAnswerable(true);
  }
  const acceptAnyway = (reason: string) => void accept.send({ assignmentId: id, override: { reason } });
  const hidden = <span className="sr-only">{` for ${name}`}</span>;
  return (
    <>
      {isTaking ? (
        <TakeBack id={id} name={name} onDone={() => onTake(false)} />
      ) : (
        <div className="flex flex-wrap gap-1">
          {status === "created" && can.offer ? (
            <Button
              size="small"
              isPending={offer.isPending}
              onClick={() => void offer.send({ assignmentIds: [id] })}
            >
              Send offer{hidden}
            </Button>
          ) : null}
          {can.accept && !isAnswerable ? (
            <Button
              size="small"
              isPending={accept.isPending}
              onClick={() => void accept.send({ assignmentId: id })}
            >
              Accept{hidden}
            </Button>
          ) : null}
          {can.reject ? (
            <Button
              size="small"
              variant="quiet"
              isPending={reject.isPending}
              onClick={() => void reject.send({ assignmentId: id })}
            >
              Decline{hidden}
            </Button>
          ) : null}
          {can.withdraw ? (
            <Button size="small" variant="quiet" onClick={() => onTake(true)}>
              Take back…{hidden}
            </Button>
          ) : null}
        </div>
      )}
      <FormProblem problem={problem} />
      {can.accept && isAnswerable ? (
        <AcceptAnyway name={name} isPending={accept.isPending} onSend={acceptAnyway} />
      ) : null}
    </>
  );
}
