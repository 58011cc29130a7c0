"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";
import type { KitNeed } from "./need-row";
import { useNeedAct } from "./use-need-act";

/** Calls a need off, with a reason; its kit is free again. */
export function CallOff({ need, onDone }: { need: KitNeed; onDone: () => void }) {
  const trpc = useTRPC();
  const cancel = useNeedAct(trpc.kits.cancelAssignment.mutationOptions());
  const [reason, setReason] = useState("");
  const send = async () => {
    if (await cancel.send({ kitAssignmentId: need.id, version: need.version, reason })) onDone();
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
        {`Why is this ${need.templateName} not needed?`}
        <Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} required />
      </label>
      <FormProblem problem={cancel.problem} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" variant="danger" isPending={cancel.isPending}>
          Call off
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Keep it
        </Button>
      </div>
    </form>
  );
}
