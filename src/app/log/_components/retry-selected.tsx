"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { type FormEvent, useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";

export interface MarkedDelivery {
  readonly factId: string;
  readonly handler: string;
}

export interface RetrySelectedProps {
  /** Those of the marked cells that failed: there is something to retry. */
  readonly failed: readonly MarkedDelivery[];
  /** Called once all were tried; `refused` says why those that were not could not be. */
  readonly onDone: (outcome: { readonly retried: number; readonly refused: readonly string[] }) => void;
}

/** Retries the marked deliveries that failed, after saying how many that are and asking why. */
export function RetrySelected({ failed, onDone }: RetrySelectedProps) {
  const trpc = useTRPC();
  const [isOpen, setIsOpen] = useState(false);
  const [reason, setReason] = useState("");
  const retry = useMutation(trpc.log.retry.mutationOptions());
  const [isRunning, setIsRunning] = useState(false);
  const count = failed.length === 1 ? "1 delivery" : `${failed.length} deliveries`;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isRunning) return;
    setIsRunning(true);
    const refused: string[] = [];
    for (const { factId, handler } of failed) {
      const why = reason.trim() === "" ? {} : { reason: reason.trim() };
      await retry
        .mutateAsync({ handler, factId, ...why, idempotencyKey: newKey() })
        .catch((error: unknown) => refused.push(`${handler}: ${problemOf(error).message}`));
    }
    setIsRunning(false);
    setIsOpen(false);
    onDone({ retried: failed.length - refused.length, refused });
  };
  return (
    <>
      <Button variant="primary" icon={<RotateCw />} onClick={() => setIsOpen(true)}>
        {`Retry ${count}`}
      </Button>
      <Dialog
        isOpen={isOpen}
        onOpenChange={setIsOpen}
        title={`Retry ${count}`}
        description="Each handler runs once more for its log entry, at once. The retry is recorded in the log."
      >
        <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-3 pb-2">
          <label className="grid gap-1 text-cell">
            Reason, if there is one
            <Input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </label>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" isPending={isRunning}>
              {`Retry ${count}`}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
