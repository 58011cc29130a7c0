"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { eventHref } from "@/app/admin/_components/event-href";
import { useAct } from "@/app/admin/_components/use-act";
import { useZodForm } from "@/components/form/form";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { CancelEffectsProps } from "./cancel-effects";
import type { CancelFields } from "./cancel-schema";

/** The form of a cancellation, and the way to carry it out. */
export function useCancel({ event, preview }: Pick<CancelEffectsProps, "event" | "preview">) {
  const trpc = useTRPC();
  const router = useRouter();
  const toasts = useToasts();
  const cancel = useAct(trpc.events.cancel.mutationOptions());
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  const [isDone, setIsDone] = useState(false);
  const form = useZodForm(() => import("./cancel-schema").then((part) => part.cancelSchema), {
    reason: "",
    notifyClient: true,
  });
  const notifyClient = useWatch({ control: form.control, name: "notifyClient" });
  const { isDirty } = useFormState({ control: form.control });
  const send = async (fields: CancelFields) => {
    setProblem(null);
    try {
      // What was read is what is cancelled: a change in between is a conflict.
      await cancel.send({ eventId: event.id, version: preview.version, ...fields });
      setIsDone(true);
      toasts.success(`EV-${event.number} is cancelled.`, `EV-${event.number}`);
      router.push(eventHref(event.id));
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return { form, send, problem, isDone, notifyClient, isDirty: isDirty && !isDone };
}
