"use client";

import { problemOf } from "@/components/form/problem-of";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

/** In place of a venue that is loading, that is missing or that could not be loaded. */
export function VenueUnavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return <SkeletonRows rows={6} label="Loading the venue" />;
  const { code, requestId } = problemOf(error);
  if (code !== "NOT_FOUND") return <PanelError what="The venue" reference={requestId} onRetry={onRetry} />;
  return (
    <EmptyState
      title="This venue is not here"
      action={<ButtonLink href="/admin/venues">Go to the list of venues</ButtonLink>}
    >
      The link may be mistyped.
    </EmptyState>
  );
}
