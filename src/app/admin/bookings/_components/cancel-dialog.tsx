"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { Dialog } from "@/components/ui/dialog";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { CancelForm, useCancelFields } from "./cancel-form";
import type { BookingDialogProps } from "./reject-dialog";

/** Cancels a booking, after showing which events go with it and how many people are told (rule 14). */
export function CancelDialog({ booking, isOpen, onOpenChange, now }: BookingDialogProps) {
  const trpc = useTRPC();
  const preview = useQuery(
    trpc.bookings.previewCancel.queryOptions(
      { bookingId: booking.bookingId },
      { enabled: isOpen, staleTime: 0 },
    ),
  );
  // Above the dialog, so that closing it by mistake keeps what was typed.
  const form = useCancelFields(preview.data);
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={`Cancel ${booking.number}`}
      description={`${booking.title}, ${booking.client.name}. This cannot be undone.`}
    >
      {preview.data ? (
        <CancelForm
          form={form}
          booking={booking}
          preview={preview.data}
          now={now}
          onClose={() => onOpenChange(false)}
        />
      ) : preview.error ? (
        <PanelError
          what="What the cancellation would do"
          reference={problemOf(preview.error).requestId}
          onRetry={() => void preview.refetch()}
        />
      ) : (
        <SkeletonRows rows={4} label="Looking at what goes with it" />
      )}
    </Dialog>
  );
}
