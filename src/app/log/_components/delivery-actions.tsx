"use client";

import { useMutation } from "@tanstack/react-query";
import { Play, RotateCw, SkipForward } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import type { Delivery } from "./delivery-row";
import { useRefreshDeliveries } from "./use-refresh-deliveries";

const SkipDialog = dynamic(() => import("./delivery-dialogs").then((part) => part.SkipDialog), {
  ssr: false,
});
const ResumeDialog = dynamic(() => import("./delivery-dialogs").then((part) => part.ResumeDialog), {
  ssr: false,
});

type OpenDialog = "skip" | "resume";

interface DeliveryActionsProps {
  readonly factId: string;
  readonly delivery: Delivery;
}

/** What may be done about a delivery now, as the server says; nothing when it may not. */
export function DeliveryActions({ factId, delivery }: DeliveryActionsProps) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  // A dialog is fetched when it is first opened, and stays: closing it ends in its own time.
  const [shown, setShown] = useState<readonly OpenDialog[]>([]);
  const show = (wanted: OpenDialog) => {
    setDialog(wanted);
    setShown((before) => [...before, wanted]);
  };
  const retry = useRetryOne(factId, delivery.handler);
  const { can, handler, pausedAt } = delivery;
  if (!can.retry && !can.skip && pausedAt === null) return null;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {can.retry ? (
          <Button size="small" icon={<RotateCw />} isPending={retry.isPending} onClick={retry.run}>
            {`Retry ${handler}`}
          </Button>
        ) : null}
        {can.skip ? (
          <Button size="small" icon={<SkipForward />} onClick={() => show("skip")}>
            {`Skip ${handler}…`}
          </Button>
        ) : null}
        {pausedAt === null ? null : (
          <Button size="small" icon={<Play />} onClick={() => show("resume")}>
            {`Resume ${handler}…`}
          </Button>
        )}
      </div>
      {retry.error ? <FormProblem problem={problemOf(retry.error)} /> : null}
      {shown.includes("skip") ? (
        <SkipDialog
          factId={factId}
          handler={handler}
          isOpen={dialog === "skip"}
          onOpenChange={(isOpen) => setDialog(isOpen ? "skip" : null)}
        />
      ) : null}
      {shown.includes("resume") ? (
        <ResumeDialog
          handler={handler}
          isOpen={dialog === "resume"}
          onOpenChange={(isOpen) => setDialog(isOpen ? "resume" : null)}
        />
      ) : null}
    </div>
  );
}

function useRetryOne(factId: string, handler: string) {
  const trpc = useTRPC();
  const refresh = useRefreshDeliveries();
  const mutation = useMutation(trpc.log.retry.mutationOptions({ onSettled: () => refresh() }));
  // Each press is a wish of its own: a delivery that failed again is retried again.
  const run = () => mutation.mutate({ handler, factId, idempotencyKey: newKey() });
  return { run, error: mutation.error, isPending: mutation.isPending };
}
