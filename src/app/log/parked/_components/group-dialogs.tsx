"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { counted, deliveries } from "@/app/log/_components/counted";
import { ReasonDialog } from "@/app/log/_components/reason-dialog";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { ParkedGroup } from "./parked-group";

interface GroupDialogProps {
  readonly group: ParkedGroup;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const filterOf = ({ errorGroup }: ParkedGroup) => ({ state: "parked", errorGroup }) as const;

/** How many there are now, counted afresh when the dialog opens. */
function useCountNow({ group, isOpen }: GroupDialogProps) {
  const trpc = useTRPC();
  const { handler } = group;
  const preview = useQuery({
    ...trpc.log.retryPreview.queryOptions({ handler, filter: filterOf(group) }),
    enabled: isOpen,
    staleTime: 0,
  });
  return preview.data ?? null;
}

/** Makes all of a group due again, the count first. */
export function RetryGroupDialog(props: GroupDialogProps) {
  const { group, isOpen, onOpenChange } = props;
  const trpc = useTRPC();
  const toasts = useToasts();
  const now = useCountNow(props);
  const retry = useMutation(trpc.log.retry.mutationOptions());
  const { handler } = group;
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Retry what ${handler} parked`}
      description={
        now ? whatHappens(now, now.atOnce.retry, "is tried again at once, with all its tries") : "Counting…"
      }
      verb={now ? `Retry ${deliveries(Math.min(now.count, now.atOnce.retry))}` : "Retry"}
      act={async (wish) => {
        const { count, left } = await retry.mutateAsync({ handler, filter: filterOf(group), ...wish });
        toasts.success(
          `${deliveries(count)} ${count === 1 ? "is" : "are"} due again.${leftOver(left.count)}`,
        );
      }}
    />
  );
}

/** Gives all of a group up, with a reason. */
export function SkipGroupDialog(props: GroupDialogProps) {
  const { group, isOpen, onOpenChange } = props;
  const trpc = useTRPC();
  const toasts = useToasts();
  const now = useCountNow(props);
  const skip = useMutation(trpc.log.skip.mutationOptions());
  const { handler, blocksKeys } = group;
  const frees = blocksKeys === 0 ? "" : ` ${counted(blocksKeys, "chain", "chains")} behind them go on.`;
  return (
    <ReasonDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Skip what ${handler} parked`}
      description={
        now ? `${whatHappens(now, now.atOnce.skip, `is never handled by ${handler}`)}${frees}` : "Counting…"
      }
      verb={now ? `Skip ${deliveries(Math.min(now.count, now.atOnce.skip))}` : "Skip"}
      isDanger
      act={async (wish) => {
        const { count, left } = await skip.mutateAsync({ handler, filter: filterOf(group), ...wish });
        toasts.success(`${deliveries(count)} ${count === 1 ? "is" : "are"} skipped.${leftOver(left.count)}`);
      }}
    />
  );
}

function whatHappens(
  now: { readonly count: number; readonly more: boolean },
  most: number,
  what: string,
): string {
  const all = `${deliveries(now)} with this error: each ${what}.`;
  return now.count > most ? `${all} The oldest ${most} go first; then do it again.` : all;
}

function leftOver(count: number): string {
  return count === 0 ? "" : ` ${deliveries(count)} left.`;
}
