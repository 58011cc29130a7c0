"use client";

import { useMutation } from "@tanstack/react-query";
import { Pause, Play, RotateCw, SkipForward } from "lucide-react";
import type { Route } from "next";
import { useState } from "react";
import { deliveries } from "@/app/log/_components/counted";
import { type HandlerDialogProps, ResumeDialog } from "@/app/log/_components/delivery-dialogs";
import { ReasonDialog } from "@/app/log/_components/reason-dialog";
import { Button, ButtonLink } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { HandlerRow } from "./handler-card";

/** Pause or resume, replay; for what no release handles any more, skip. */
export function HandlerActions({ row }: { readonly row: HandlerRow }) {
  const [dialog, setDialog] = useState<"pause" | "resume" | "skip" | null>(null);
  const { handler, paused, isOrphaned, waiting, parked } = row;
  const propsOf = (name: typeof dialog): HandlerDialogProps => ({
    handler,
    isOpen: dialog === name,
    onOpenChange: (isOpen) => setDialog(isOpen ? name : null),
  });
  const open = waiting.count + parked.count;
  if (isOrphaned) {
    if (open === 0) return null;
    return (
      <div>
        <Button icon={<SkipForward />} onClick={() => setDialog("skip")}>
          Skip what is open…
        </Button>
        <SkipOpenDialog {...propsOf("skip")} open={open} />
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      {paused === null ? (
        <Button icon={<Pause />} onClick={() => setDialog("pause")}>
          Pause…
        </Button>
      ) : (
        <Button variant="primary" icon={<Play />} onClick={() => setDialog("resume")}>
          Resume…
        </Button>
      )}
      <ButtonLink icon={<RotateCw />} href={`/log/replay?handler=${handler}` as Route}>
        Replay…
      </ButtonLink>
      <PauseDialog {...propsOf("pause")} />
      <ResumeDialog {...propsOf("resume")} />
    </div>
  );
}

function PauseDialog(props: HandlerDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const pause = useMutation(trpc.log.pauseHandler.mutationOptions());
  const { handler } = props;
  return (
    <ReasonDialog
      {...props}
      title={`Pause ${handler}`}
      description="What it is handling just now ends; nothing further begins until somebody resumes it. New deliveries wait."
      verb={`Pause ${handler}`}
      act={async (wish) => {
        await pause.mutateAsync({ handler, ...wish });
        toasts.success(`${handler} is paused.`);
      }}
    />
  );
}

function SkipOpenDialog({ open, ...props }: HandlerDialogProps & { readonly open: number }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const skip = useMutation(trpc.log.skip.mutationOptions());
  const { handler } = props;
  return (
    <ReasonDialog
      {...props}
      title={`Skip what is open with ${handler}`}
      description={`${deliveries(open)} of a handler that is gone. A hundred at a time; each skip is a log entry.`}
      verb="Skip these deliveries"
      isDanger
      act={async (wish) => {
        const { count, left } = await skip.mutateAsync({ handler, filter: { state: "open" }, ...wish });
        toasts.success(`${deliveries(count)} skipped, ${left.count} left.`);
      }}
    />
  );
}
