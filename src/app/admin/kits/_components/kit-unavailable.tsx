"use client";

import { problemOf } from "@/components/form/problem-of";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

/** In place of a kit that is loading, that is missing or that could not be loaded. */
export function KitUnavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return <SkeletonRows rows={8} label="Loading the kit" />;
  const { code, requestId } = problemOf(error);
  if (code !== "NOT_FOUND") return <PanelError what="The kit" reference={requestId} onRetry={onRetry} />;
  return (
    <EmptyState
      title="This kit is not here"
      action={<ButtonLink href="/admin/kits">Go to the list of kits</ButtonLink>}
    >
      The link may be mistyped.
    </EmptyState>
  );
}
