"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import type { EventRecord } from "@/app/admin/events/_components/event-facts";
import { useZodForm } from "@/components/form/form";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { RescheduleFields } from "./reschedule-schema";
import { newDateOf, useMovePreview } from "./use-move-preview";

/** The form of a move, what the start that it names would do, and the way to carry it out. */
export function useMove(event: EventRecord) {
  const [isClashing, setIsClashing] = useState(false);
  const form = useMoveFields(event, isClashing);
  const [newDay, newTime, notifyStaff, notifyClient] = useWatch({
    control: form.control,
    name: ["newDay", "newTime", "notifyStaff", "notifyClient"],
  });
  const { isDirty } = useFormState({ control: form.control });
  const newDate = newDateOf({ newDay, newTime });
  const isSame = newDate === event.localStart;
  const preview = useMovePreview(event.id, isSame ? null : newDate);
  const shown = isSame || newDate === null ? undefined : preview.data;
  const clashes = shown === undefined ? 0 : shown.managerClashes.length + shown.venueClashes.length;
  // The check of the form depends on it.
  if (isClashing !== clashes > 0) setIsClashing(clashes > 0);
  const sending = useSendMove(event);

  const send = async (fields: RescheduleFields) => {
    if (newDate === null) return;
    const unread = unreadWords({ event, isSame, isRead: shown !== undefined && !preview.isFetching });
    const refusal = unread ?? shown?.refusal?.message ?? null;
    if (!shown || refusal !== null) return form.setError("newTime", { message: refusal ?? "" });
    // What was read is what is carried out: a change in between is a conflict.
    const wish = { version: shown.version, newDate, reason: fields.reason, notifyStaff, notifyClient };
    const isSent = await sending.send({
      ...wish,
      ...(clashes > 0 && { override: { reason: fields.override } }),
    });
    if (!isSent) void preview.refetch();
  };
  return {
    form,
    send,
    problem: sending.problem,
    isDone: sending.isDone,
    isDirty: isDirty && !sending.isDone,
    isSame,
    isClashing: clashes > 0,
    choice: { team: notifyStaff, client: notifyClient },
    shown,
    preview,
  };
}

function useMoveFields({ localStart }: EventRecord, isClashing: boolean) {
  return useZodForm(() => import("./reschedule-schema").then((part) => part.rescheduleSchema(isClashing)), {
    newDay: localStart.slice(0, 10),
    newTime: localStart.slice(11, 16),
    reason: "",
    notifyStaff: true,
    notifyClient: true,
    override: "",
  });
}

/** Sends a move and leads back to the event; what is refused stays to be read. */
function useSendMove({ id, number }: EventRecord) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const move = useAct(trpc.events.reschedule.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isDone, setIsDone] = useState(false);
  type Wish = Omit<Parameters<typeof move.send>[0], "eventId" | "idempotencyKey">;
  const send = async (wish: Wish): Promise<boolean> => {
    setProblem(null);
    try {
      await move.send({ eventId: id, ...wish });
    } catch (error) {
      setProblem(problemOf(error));
      return false;
    }
    setIsDone(true);
    toasts.success(`EV-${number} is moved.`, `EV-${number}`);
    router.push(eventHref(id));
    return true;
  };
  return { send, problem, isDone };
}

/** Why a move that nobody could have read about is not sent; null when it was read. */
function unreadWords(given: { event: EventRecord; isSame: boolean; isRead: boolean }): string | null {
  if (given.isSame) return `EV-${given.event.number} starts at this time already. Choose another.`;
  if (given.isRead) return null;
  return "What follows from this time is still being looked at. Read it, then move the event.";
}
