"use client";

import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

/** In place of a booking that is loading, that is missing or that could not be loaded. */
export function BookingUnavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <PageBody>
      <Reason error={error} onRetry={onRetry} />
    </PageBody>
  );
}

function Reason({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return <SkeletonRows rows={12} label="Loading the booking" />;
  const { code, requestId } = problemOf(error);
  if (code !== "NOT_FOUND" && code !== "INVALID") {
    return <PanelError what="The booking" reference={requestId} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      title="There is no such booking"
      action={<ButtonLink href="/admin/bookings">Go to the list of bookings</ButtonLink>}
    >
      The link may be old, or mistyped.
    </EmptyState>
  );
}
