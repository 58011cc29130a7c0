"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Route } from "next";
import { problemOf } from "@/components/form/problem-of";
import { Button, ButtonLink } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { SaveViewPopover } from "./save-view-popover";

export interface ViewChangedProps {
  /** The filters as they are, behind the question mark. */
  readonly query: string;
  readonly savedId: string;
  /** They were kept under this id. */
  readonly onSaved: (viewId: string) => void;
}

/** Appears when the filters differ from the saved view they began with; goes when they do not (U-6). */
export function ViewChanged({ query, savedId, onSaved }: ViewChangedProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const views = useQuery(trpc.views.list.queryOptions({ screen: "log" }));
  const save = useMutation(
    trpc.views.save.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.views.pathFilter()),
    }),
  );
  const active = views.data?.find(({ id }) => id === savedId);
  if (!active || active.query === query) return null;
  const { id, name, isShared } = active;
  return (
    <div role="status" className="flex flex-wrap items-center gap-2 text-cell">
      <span className="text-muted">{`“${name}” has changed.`}</span>
      {active.isOwn ? (
        <Button
          size="small"
          isPending={save.isPending}
          onClick={() => save.mutate({ viewId: id, screen: "log", name, query, isShared })}
        >
          Save
        </Button>
      ) : null}
      <SaveViewPopover
        title="Save as a new view"
        trigger={<Button size="small">Save as…</Button>}
        query={query}
        onSaved={onSaved}
      />
      <ButtonLink
        size="small"
        variant="quiet"
        href={`/log?${active.query === "" ? "" : `${active.query}&`}saved=${id}` as Route}
      >
        Reset
      </ButtonLink>
      {save.isError ? (
        <span role="alert" className="text-on-problem">
          {problemOf(save.error).message}
        </span>
      ) : null}
    </div>
  );
}
