"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

export interface UnmaskFormProps {
  readonly factId: string;
  readonly onShown: (answer: RouterOutputs["log"]["unmask"]) => void;
  readonly onCancel: () => void;
}

/** Asks why somebody looks at personal fields, and says that the look is logged (security.md S-54). */
export function UnmaskForm({ factId, onShown, onCancel }: UnmaskFormProps) {
  const trpc = useTRPC();
  const explanation = useId();
  const [reason, setReason] = useState("");
  const keyFor = useFreshKey();
  const unmask = useMutation(
    trpc.log.unmask.mutationOptions({
      onSuccess: onShown,
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const look = { factId, reason };
    if (!unmask.isPending) unmask.mutate({ ...look, idempotencyKey: keyFor(look) });
  };
  const problem = unmask.error === null ? null : problemOf(unmask.error);
  return (
    <form onSubmit={submit} noValidate className="grid gap-2 rounded-card border border-border p-3">
      <label className="grid gap-1 text-cell">
        Why do you need to see personal fields?
        <Input
          autoFocus
          value={reason}
          maxLength={500}
          aria-describedby={explanation}
          aria-invalid={problem === null ? undefined : true}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {problem === null ? null : (
        <p role="alert" className="text-cell text-on-problem">
          {problem.fields["reason"] ?? problem.message}
        </p>
      )}
      <p id={explanation} className="text-meta text-muted">
        Your look is recorded in the log, with your name and this reason.
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" isPending={unmask.isPending}>
          Show personal fields
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
