"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";

export interface SaveViewFormProps {
  /** The filters as they are, behind the question mark. */
  readonly query: string;
  readonly onSaved: (viewId: string) => void;
}

/** Keeps the filters as they are under a new name. */
export function SaveViewForm({ query, onSaved }: SaveViewFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [isShared, setIsShared] = useState(false);
  // The same view however often the press is repeated.
  const [viewId, setViewId] = useState(newViewId);
  const save = useMutation(
    trpc.views.save.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.views.pathFilter());
        setName("");
        setViewId(newViewId());
        onSaved(viewId);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ viewId, screen: "log", name, query, isShared });
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-2">
      <label className="grid gap-1 text-cell">
        Name
        <Input
          value={name}
          maxLength={80}
          aria-invalid={save.isError || undefined}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      {save.isError ? (
        <p role="alert" className="text-meta text-on-problem">
          {problemOf(save.error).fields["name"] ?? problemOf(save.error).message}
        </p>
      ) : null}
      <div className="flex items-center justify-between gap-2">
        <Checkbox
          label="Share with the desk"
          checked={isShared}
          onChange={(event) => setIsShared(event.target.checked)}
        />
        <Button type="submit" isPending={save.isPending}>
          Save view
        </Button>
      </div>
    </form>
  );
}

/** A UUID of random bits; the browser's own is missing where the agency runs the product over plain HTTP. */
function newViewId(): string {
  const hex = newKey();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
