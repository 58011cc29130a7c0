"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bookmark, Check, Star, Trash2 } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { PanelError } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { SaveViewPopover } from "./save-view-popover";

export type SavedView = RouterOutputs["views"]["list"][number];

export interface SavedViewsProps {
  /** The filters as they are, behind the question mark. */
  readonly query: string;
  /** The saved view that the address names; empty for none. */
  readonly savedId: string;
  readonly onSaved: (viewId: string) => void;
}

/** Filters under a name, one's own and those that others share, and a default to begin with (U-6). */
export function SavedViews({ query, savedId, onSaved }: SavedViewsProps) {
  const trpc = useTRPC();
  const views = useQuery(trpc.views.list.queryOptions({ screen: "log" }));
  const active = views.data?.find(({ id }) => id === savedId);
  return (
    <SaveViewPopover
      title="Saved views"
      trigger={
        <Button variant="quiet" icon={<Bookmark />}>
          <span className="max-w-48 truncate">{active?.name ?? "Views"}</span>
        </Button>
      }
      query={query}
      onSaved={onSaved}
    >
      {(close) => (
        <>
          {views.isPending ? <SkeletonRows rows={2} /> : null}
          {views.isError ? <PanelError what="Saved views" onRetry={() => void views.refetch()} /> : null}
          {views.data?.length === 0 ? (
            <p className="text-cell text-muted">Set filters, give them a name, and find them here.</p>
          ) : null}
          <ul className="grid">
            {views.data?.map((view) => (
              <ViewRow key={view.id} view={view} isActive={view.id === savedId} onPick={close} />
            ))}
          </ul>
        </>
      )}
    </SaveViewPopover>
  );
}

function ViewRow(props: { view: SavedView; isActive: boolean; onPick: () => void }) {
  const { view, isActive, onPick } = props;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries(trpc.views.pathFilter());
  const remove = useMutation(trpc.views.remove.mutationOptions({ onSuccess }));
  const setDefault = useMutation(trpc.views.setDefault.mutationOptions({ onSuccess }));
  const problem = remove.error ?? setDefault.error;
  const hint = [
    view.isShared ? (view.isOwn ? "shared" : `by ${view.ownerName}`) : "",
    view.isDefault ? "opens first" : "",
  ];
  return (
    <li className="flex flex-wrap items-center gap-1">
      <PageLink
        href={savedHref(view)}
        prefetch={false}
        onClick={onPick}
        aria-current={isActive ? "true" : undefined}
        className="flex min-h-control min-w-0 flex-1 items-center gap-2 rounded-control px-1 text-cell hover:bg-sunken"
      >
        {isActive ? <Check className="text-accent" /> : null}
        <span className="truncate">{view.name}</span>
        <span className="ml-auto shrink-0 text-meta text-muted">
          {hint.filter((part) => part !== "").join(", ")}
        </span>
      </PageLink>
      <IconButton
        label={view.isDefault ? `Do not open with ${view.name}` : `Open with ${view.name}`}
        icon={<Star className={view.isDefault ? "fill-current text-accent" : ""} />}
        onClick={() => setDefault.mutate({ screen: "log", viewId: view.isDefault ? null : view.id })}
      />
      {view.isOwn ? (
        <IconButton
          label={`Remove ${view.name}`}
          icon={<Trash2 />}
          onClick={() => remove.mutate({ viewId: view.id })}
        />
      ) : null}
      {problem ? (
        <p role="alert" className="basis-full text-meta text-on-problem">
          {problemOf(problem).message}
        </p>
      ) : null}
    </li>
  );
}

function savedHref({ id, query }: SavedView): Route {
  return `/log?${query === "" ? "" : `${query}&`}saved=${id}` as Route;
}
