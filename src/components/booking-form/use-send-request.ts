"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { type KnownBooking, type RequestValues, toWish } from "./request-values";

type Answer = RouterOutputs["bookings"]["create"];

export interface SendRequestOptions {
  readonly known: KnownBooking | null;
  /** For whom an admin books. */
  readonly clientId: string | undefined;
  /** The booking is saved; handing it in may still be refused. */
  readonly onKnown: (saved: KnownBooking, values: RequestValues) => Promise<void>;
  readonly onSaved: (bookingId: string, wasSent: boolean) => Promise<void> | void;
}

/**
 * Saves the form, as a draft or an edit, and hands it in when asked to. What was saved stays known when handing in
 * is refused, so that the next try is an edit and not a second booking.
 */
export function useSendRequest(options: SendRequestOptions) {
  const { clientId, onKnown, onSaved } = options;
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [known, setKnown] = useState(options.known);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isPending, setIsPending] = useState(false);
  const keys = { save: useFreshKey(), submit: useFreshKey() };
  const create = useMutation(trpc.bookings.create.mutationOptions());
  const update = useMutation(trpc.bookings.update.mutationOptions());
  const submit = useMutation(trpc.bookings.submit.mutationOptions());

  function save(values: RequestValues): Promise<Answer> {
    const wish = toWish(values);
    if (known) {
      const { bookingId, version } = known;
      const edit = { bookingId, version, ...wish };
      return update.mutateAsync({ ...edit, idempotencyKey: keys.save(edit) });
    }
    const creation = { ...wish, ...(clientId !== undefined && { clientId }) };
    return create.mutateAsync({ ...creation, idempotencyKey: keys.save(creation) });
  }

  async function run(values: RequestValues, isSent: boolean): Promise<void> {
    const saved = saidWhich(await save(values));
    setKnown(saved);
    await onKnown(saved, values);
    if (isSent) {
      const wish = { bookingId: saved.bookingId, version: saved.version };
      setKnown(saidWhich(await submit.mutateAsync({ ...wish, idempotencyKey: keys.submit(wish) })));
    }
    await onSaved(saved.bookingId, isSent);
    await queryClient.invalidateQueries(trpc.bookings.pathFilter());
  }

  async function send(values: RequestValues, isSent: boolean): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    try {
      await run(values, isSent);
    } catch (error) {
      setProblem(problemOf(error));
      setIsPending(false);
    }
  }

  return {
    send,
    problem,
    isPending,
    /** Goes on from the version that somebody else made meanwhile, with the answers of this form. */
    rebase: (version: number) => {
      setKnown((before) => before && { ...before, version });
      setProblem(null);
    },
  };
}

function saidWhich(answer: Answer): KnownBooking {
  const { bookingId, version } = answer;
  if (bookingId === undefined || version === undefined) throw new Error("the answer names no booking");
  return { bookingId, version };
}
