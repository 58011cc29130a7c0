"use client";

import { useQuery } from "@tanstack/react-query";
import { Dialog } from "@/components/ui/dialog";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { KitChoices } from "./kit-choices";
import { PartsWays } from "./parts-ways";

export type KitWays = RouterOutputs["kits"]["ways"];

export interface WaysDialogProps {
  kitAssignmentId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Every way to meet a need: what the bound kit lacks from somewhere, or another kit in its place. */
export function WaysDialog({ kitAssignmentId, isOpen, onOpenChange }: WaysDialogProps) {
  const trpc = useTRPC();
  const ways = useQuery({ ...trpc.kits.ways.queryOptions({ kitAssignmentId }), enabled: isOpen });
  const { data } = ways;
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={data === undefined ? "Kit" : data.templateName}
      description="A kit is taken from the day before its event until it is back and inspected."
    >
      {data === undefined && ways.isError ? (
        <PanelError what="What can be done" onRetry={() => void ways.refetch()} />
      ) : null}
      {data === undefined && !ways.isError ? <SkeletonRows rows={4} label="Looking at the kits" /> : null}
      {data === undefined ? null : (
        <div className="grid gap-4 pb-2">
          {data.shortage === null ? null : (
            <Notice tone="caution" title={data.shortage.cause}>
              {data.shortage.isWhole
                ? "Choose another kit below, or move the event to another date."
                : "Fill it up, settle for less, or choose another kit below."}
            </Notice>
          )}
          {data.can.resolve ? <PartsWays ways={data} onDone={() => onOpenChange(false)} /> : null}
          <KitChoices ways={data} onDone={() => onOpenChange(false)} />
        </div>
      )}
    </Dialog>
  );
}
