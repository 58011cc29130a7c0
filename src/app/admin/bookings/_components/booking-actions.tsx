"use client";

import { useMutation } from "@tanstack/react-query";
import { Ban, Copy, Ellipsis, FilePen, ListChecks, Send } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button, ButtonLink } from "@/components/ui/button";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { BookingDetail } from "./booking-dates";
import { useRefreshBookings } from "./use-refresh-bookings";
import { bookingHref } from "./booking-href";

const RejectDialog = dynamic(() => import("./reject-dialog").then((part) => part.RejectDialog), {
  ssr: false,
});
const CancelDialog = dynamic(() => import("./cancel-dialog").then((part) => part.CancelDialog), {
  ssr: false,
});

type OpenDialog = "reject" | "cancel" | null;

/** What may be done with a booking now, as the server says; absent when it may not. */
export function BookingActions({ booking, now }: { booking: BookingDetail; now: string }) {
  const [dialog, setDialog] = useState<OpenDialog>(null);
  // A dialog stays once it was open: closing it ends in its own time, and the focus returns.
  const [shown, setShown] = useState<readonly OpenDialog[]>([]);
  const show = (wanted: OpenDialog) => {
    setDialog(wanted);
    setShown((before) => [...before, wanted]);
  };
  const duplicate = useDuplicate(booking);
  const submit = useSubmit(booking);
  const { can, bookingId } = booking;
  const more: MenuEntry[] = [];
  if (can.update) {
    more.push({
      kind: "link",
      label: "Edit for the client",
      icon: <FilePen />,
      href: bookingHref(bookingId, "edit"),
    });
  }
  if (can.duplicate) {
    more.push({ kind: "action", label: "Copy to a new booking", icon: <Copy />, onSelect: duplicate.run });
  }
  if (can.cancel) {
    more.push(
      { kind: "separator" },
      {
        kind: "action",
        label: "Cancel booking…",
        icon: <Ban />,
        isDanger: true,
        onSelect: () => show("cancel"),
      },
    );
  }
  const error = duplicate.error ?? submit.error;
  return (
    <div className="grid gap-2 max-sm:w-full">
      <div className="flex flex-wrap gap-2">
        {can.approve ? (
          <ButtonLink variant="primary" icon={<ListChecks />} href={bookingHref(bookingId, "decide")}>
            Decide…
          </ButtonLink>
        ) : null}
        {can.submit ? (
          <Button variant="primary" icon={<Send />} isPending={submit.isPending} onClick={submit.run}>
            Send for the client
          </Button>
        ) : null}
        {can.requestChanges ? (
          <ButtonLink href={bookingHref(bookingId, "changes")}>Ask for changes</ButtonLink>
        ) : null}
        {can.reject ? <Button onClick={() => show("reject")}>Reject…</Button> : null}
        {more.length > 0 ? <Menu trigger={<Button icon={<Ellipsis />}>More</Button>} entries={more} /> : null}
      </div>
      {error ? <FormProblem problem={problemOf(error)} /> : null}
      {shown.includes("reject") ? (
        <RejectDialog
          booking={booking}
          now={now}
          isOpen={dialog === "reject"}
          onOpenChange={(isOpen) => setDialog(isOpen ? "reject" : null)}
        />
      ) : null}
      {shown.includes("cancel") ? (
        <CancelDialog
          booking={booking}
          now={now}
          isOpen={dialog === "cancel"}
          onOpenChange={(isOpen) => setDialog(isOpen ? "cancel" : null)}
        />
      ) : null}
    </div>
  );
}

function useDuplicate({ bookingId, number }: BookingDetail) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const mutation = useMutation(trpc.bookings.duplicate.mutationOptions());
  const run = () => {
    const wish = { bookingId };
    mutation.mutate(
      { ...wish, idempotencyKey: keyFor(wish) },
      {
        onSuccess: async ({ bookingId: copyId }) => {
          if (copyId === undefined) return;
          toasts.success(`${number} was copied. This is the copy.`);
          await refresh();
          router.push(bookingHref(copyId));
        },
      },
    );
  };
  return { run, error: mutation.error };
}

function useSubmit({ bookingId, version, number }: BookingDetail) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshBookings();
  const mutation = useMutation(trpc.bookings.submit.mutationOptions());
  const run = () => {
    const wish = { bookingId, version };
    mutation.mutate(
      { ...wish, idempotencyKey: keyFor(wish) },
      {
        onSuccess: async () => {
          toasts.success(`${number} was sent. Another admin has to decide it.`);
          await refresh();
        },
      },
    );
  };
  return { run, error: mutation.error, isPending: mutation.isPending };
}
