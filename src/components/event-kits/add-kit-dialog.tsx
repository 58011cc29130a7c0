"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PanelError } from "@/components/ui/error-state";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";
import { useNeedAct } from "./use-need-act";

export interface AddKitDialogProps {
  eventId: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

/** One more kit than the plan asked for, for one of the activities of the event. */
export function AddKitDialog({ eventId, isOpen, onOpenChange }: AddKitDialogProps) {
  const trpc = useTRPC();
  const activities = useQuery({ ...trpc.activities.listForEvent.queryOptions({ eventId }), enabled: isOpen });
  const templates = useQuery({ ...trpc.kits.templates.queryOptions({}), enabled: isOpen });
  const assign = useNeedAct(trpc.kits.assign.mutationOptions());
  const [chosen, setChosen] = useState({ activityId: "", kitTemplateId: "" });
  const open = activities.data?.items.filter(
    ({ status }) => status === "planned" || status === "in_progress",
  );
  const send = async () => {
    if (!(await assign.send({ ...chosen, quantity: 1, notes: "" }))) return;
    setChosen({ activityId: "", kitTemplateId: "" });
    onOpenChange(false);
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title="Add a kit"
      description="For this event alone; a certain kit is bound to it later."
    >
      {activities.isError || templates.isError ? (
        <PanelError
          what="The kinds of kits"
          onRetry={() => {
            void activities.refetch();
            void templates.refetch();
          }}
        />
      ) : (
        <form
          className="grid gap-4 pb-2"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <label className="grid gap-1 text-cell font-medium">
            Activity
            <NativeSelect
              required
              placeholder="Choose an activity"
              options={open?.map(({ id, activityType }) => ({ value: id, label: activityType })) ?? []}
              value={chosen.activityId}
              onChange={({ target }) => setChosen({ ...chosen, activityId: target.value })}
            />
          </label>
          <label className="grid gap-1 text-cell font-medium">
            Kind of kit
            <NativeSelect
              required
              placeholder="Choose a kind"
              options={templates.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
              value={chosen.kitTemplateId}
              onChange={({ target }) => setChosen({ ...chosen, kitTemplateId: target.value })}
            />
          </label>
          <FormProblem problem={assign.problem} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => onOpenChange(false)}>Add nothing</Button>
            <Button type="submit" variant="primary" isPending={assign.isPending}>
              Add kit
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
