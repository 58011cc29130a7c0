"use client";

import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import type { ServerProblem } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";

interface ReasonFormProps {
  verb: string;
  isOptional: boolean;
  problem: ServerProblem | null;
  isPending: boolean;
  onLeave: () => void;
  onSend: (reason: string) => Promise<void>;
}

/** A word on why, before a shift is turned down. */
export function ReasonForm({ verb, isOptional, problem, isPending, onLeave, onSend }: ReasonFormProps) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="grid grid-cols-[minmax(0,1fr)] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void onSend(reason);
      }}
    >
      <label className="grid gap-1">
        {isOptional ? "Why not? (optional)" : "Why can you not come?"}
        <Textarea
          rows={2}
          maxLength={1000}
          required={!isOptional}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <FormProblem problem={problem} />
      <Button type="submit" variant="danger" size="action" isPending={isPending}>
        {verb}
      </Button>
      <Button size="action" onClick={onLeave}>
        Back
      </Button>
    </form>
  );
}
