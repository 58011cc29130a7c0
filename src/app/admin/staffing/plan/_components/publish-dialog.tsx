"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { AskDialog } from "@/app/admin/_components/ask-dialog";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { Plan } from "./plan-words";

interface PublishDialogProps {
  plan: Plan;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** Asks everybody of the plan at once. */
export function PublishDialog({ plan, isOpen, onOpenChange }: PublishDialogProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const publish = useMutation(trpc.staffing.publishPlan.mutationOptions());
  const people = plan.seats.flatMap(({ person }) => person?.userId ?? []);
  const open = plan.seats.length - people.length;
  return (
    <AskDialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Offer ${counted(people.length, "shift")}`}
      description={[
        `${counted(new Set(people).size, "agent")} will be asked, each for the pay on their profile.`,
        open === 0 ? "" : `${counted(open, "slot")} stay open.`,
      ].join(" ")}
      verbs={{ act: "Publish and ask", leave: "Not yet" }}
      onSend={async () => {
        const wish = { planId: plan.id, version: plan.version };
        const { shifts } = await publish.mutateAsync({ ...wish, idempotencyKey: keyFor(wish) });
        await queryClient.invalidateQueries(trpc.staffing.pathFilter());
        toasts.success(`${counted(shifts, "shift")} offered.`, plan.id);
      }}
    />
  );
}
