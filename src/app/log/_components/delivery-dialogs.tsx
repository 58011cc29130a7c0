"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "@/trpc/client";
import { ReasonDialog } from "./reason-dialog";

export interface HandlerDialogProps {
  readonly handler: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Gives one handler's delivery up. */
export function SkipDialog({ factId, ...props }: HandlerDialogProps & { readonly factId: string }) {
  const trpc = useTRPC();
  const skip = useMutation(trpc.log.skip.mutationOptions());
  const { handler } = props;
  return (
    <ReasonDialog
      {...props}
      title={`Skip ${handler} for this entry`}
      description={`${handler} never handles this entry. What waits behind it goes on. Only a replay can bring it back.`}
      verb="Skip this delivery"
      isDanger
      act={(wish) => skip.mutateAsync({ handler, factId, ...wish })}
    />
  );
}

/** Lets a paused handler go on. */
export function ResumeDialog(props: HandlerDialogProps) {
  const trpc = useTRPC();
  const resume = useMutation(trpc.log.resumeHandler.mutationOptions());
  const { handler } = props;
  return (
    <ReasonDialog
      {...props}
      title={`Resume ${handler}`}
      description="What waited is handled at once, in order."
      verb={`Resume ${handler}`}
      act={(wish) => resume.mutateAsync({ handler, ...wish })}
    />
  );
}
