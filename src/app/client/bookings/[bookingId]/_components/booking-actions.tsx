"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ban, Copy, Pencil, Send } from "lucide-react";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { bookingHref } from "@/app/client/_components/booking-href";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button, ButtonLink } from "@/components/ui/button";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

/** Comes with the first press: its form is too much for the first load. */
const CancelSheet = dynamic(() => import("./cancel-sheet").then((part) => part.CancelSheet), { ssr: false });

type Booking = RouterOutputs["bookings"]["byId"];

/** What the client may do now; each button is there because the server said so. */
export function BookingActions({ booking, now }: { booking: Booking; now: string }) {
  const [isCancelling, setIsCancelling] = useState(false);
  // The sheet stays once it was opened, so that closing it can give the focus back.
  const [wasOpened, setWasOpened] = useState(false);
  const act = useActs(booking);
  const { can, bookingId, number, status } = booking;
  const isAnswer = status === "changes_requested";
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2 max-sm:*:w-full">
        {can.submit && status === "draft" ? (
          <Button
            variant="primary"
            icon={<Send />}
            isPending={act.pending === "submit"}
            onClick={() => act.submit()}
          >
            Send request
          </Button>
        ) : null}
        {can.update && !isAnswer ? (
          <ButtonLink href={bookingHref(bookingId, "/edit")} icon={<Pencil />}>
            {status === "draft" ? "Edit draft" : "Change booking"}
          </ButtonLink>
        ) : null}
        {can.duplicate ? (
          <Button icon={<Copy />} isPending={act.pending === "copy"} onClick={() => act.copy()}>
            Copy to a new booking
          </Button>
        ) : null}
        {can.cancel ? (
          <Button
            icon={<Ban />}
            onClick={() => {
              setWasOpened(true);
              setIsCancelling(true);
            }}
          >
            {status === "draft" ? "Discard draft" : "Cancel booking"}
          </Button>
        ) : null}
      </div>
      <FormProblem
        problem={act.problem}
        actions={
          act.problem?.rule === undefined ? undefined : (
            <ButtonLink
              href={bookingHref(
                bookingId,
                act.problem.rule === "no_activities" ? "/edit?step=plan" : "/edit?step=dates",
              )}
            >
              Complete the draft
            </ButtonLink>
          )
        }
      />
      {wasOpened ? (
        <CancelSheet
          booking={{ bookingId, number, timeZone: booking.timeZone }}
          isDraft={status === "draft"}
          isOpen={isCancelling}
          onClose={() => setIsCancelling(false)}
          now={now}
        />
      ) : null}
    </div>
  );
}

function useActs({ bookingId, version }: Booking) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const keys = { submit: useFreshKey(), copy: useFreshKey() };
  const submitting = useMutation(trpc.bookings.submit.mutationOptions());
  const copying = useMutation(trpc.bookings.duplicate.mutationOptions());
  const [pending, setPending] = useState<"submit" | "copy" | null>(null);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  async function run(what: "submit" | "copy", work: () => Promise<Route>) {
    if (pending !== null) return;
    setPending(what);
    setProblem(null);
    try {
      router.push(await work());
      await queryClient.invalidateQueries(trpc.bookings.pathFilter());
    } catch (error) {
      setProblem(problemOf(error));
    }
    setPending(null);
  }
  return {
    pending,
    problem,
    submit: () =>
      run("submit", async () => {
        const wish = { bookingId, version };
        await submitting.mutateAsync({ ...wish, idempotencyKey: keys.submit(wish) });
        return bookingHref(bookingId, "/sent");
      }),
    copy: () =>
      run("copy", async () => {
        const wish = { bookingId, version };
        const made = await copying.mutateAsync({ bookingId, idempotencyKey: keys.copy(wish) });
        return bookingHref(made.bookingId, "/edit?step=dates");
      }),
  };
}
