"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";
import { partsInWords, spareWords } from "./parts-words";
import { useNeedAct } from "./use-need-act";
import type { KitWays } from "./ways-dialog";

/** What the bound kit lacks: from the spares, from another kit, or not at all with a reason. */
export function PartsWays({ ways, onDone }: { ways: KitWays; onDone: () => void }) {
  const trpc = useTRPC();
  const resolve = useNeedAct(trpc.kits.resolveShortage.mutationOptions());
  const { kitAssignmentId, version, spares, lenders, can } = ways;
  const hasSpares = spares.some(({ available }) => available > 0);
  const send = async (way: Parameters<typeof resolve.send>[0]["way"]) => {
    if (await resolve.send({ kitAssignmentId, version, way })) onDone();
  };
  return (
    <section className="grid gap-3 text-cell">
      <FormProblem problem={resolve.problem} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
          <span className="font-medium">From the spares</span>
          <span className="block text-meta text-muted">{spareWords(spares)}</span>
        </p>
        {hasSpares ? (
          <Button
            variant="primary"
            size="small"
            isPending={resolve.isPending}
            onClick={() => void send({ kind: "spares" })}
          >
            Top up
          </Button>
        ) : null}
      </div>
      {can.borrow
        ? lenders.map((lender) => (
            <div key={lender.kitInstanceId} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
                <span className="font-medium">{`Borrow from ${lender.code}`}</span>
                <span className="block text-meta text-muted">
                  {`${partsInWords(lender.lines)}. ${lender.nextUse === null ? "Nobody has booked it." : `Its next use: ${lender.nextUse}.`}`}
                </span>
              </p>
              <Button
                size="small"
                isPending={resolve.isPending}
                onClick={() => void send({ kind: "borrow", kitInstanceId: lender.kitInstanceId })}
              >
                Borrow<span className="sr-only">{` from ${lender.code}`}</span>
              </Button>
            </div>
          ))
        : null}
      <AcceptShort
        isPending={resolve.isPending}
        onSend={(reason) => void send({ kind: "accept_short", reason })}
      />
    </section>
  );
}

function AcceptShort({ isPending, onSend }: { isPending: boolean; onSend: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="flex flex-wrap items-end gap-x-3 gap-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason);
      }}
    >
      <label className="grid min-w-0 flex-1 basis-56 gap-1">
        <span className="font-medium">Settle for less</span>
        <Input
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          maxLength={1000}
          required
          placeholder="Why it will do"
        />
      </label>
      <Button type="submit" size="small" isPending={isPending}>
        Settle for less
      </Button>
    </form>
  );
}
