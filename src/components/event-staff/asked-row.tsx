"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";
import type { AskedPerson } from "./staff-words";
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
          {can.accept ? (
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
    </>
  );
}

interface TakeBackProps {
  id: string;
  name: string;
  onDone: () => void;
}

function TakeBack({ id, name, onDone }: TakeBackProps) {
  const trpc = useTRPC();
  const withdraw = useStaffAct(trpc.staffing.withdraw.mutationOptions());
  const [reason, setReason] = useState("");
  const send = async () => {
    if (await withdraw.send({ assignmentId: id, reason })) onDone();
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label className="grid gap-1 text-meta">
        {`Why is it taken back from ${name}? They read it.`}
        <Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} required />
      </label>
      <FormProblem problem={withdraw.problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="danger" isPending={withdraw.isPending}>
          Take back
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
