"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { useTRPC } from "@/trpc/client";
import type { EventRecord } from "./event-facts";
import type { Task } from "./task-words";

/** Ticks and reopens tasks at once, and takes that back with the reason when the server says no (U-32). */
export function useTickTask(event: EventRecord) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = useRefreshEvents();
  const [refused, setRefused] = useState<{ taskId: string; message: string } | null>(null);
  const complete = useMutation(trpc.events.completeTask.mutationOptions());
  const reopen = useMutation(trpc.events.reopenTask.mutationOptions());
  const queryKey = trpc.events.byId.queryKey({ eventId: event.id });

  const show = (taskId: string, status: Task["status"]) =>
    queryClient.setQueryData(
      queryKey,
      (before) =>
        before && {
          ...before,
          tasks: before.tasks.map((task) => (task.id === taskId ? { ...task, status } : task)),
        },
    );
  const tick = async (task: Task) => {
    const isDone = task.status === "open";
    setRefused(null);
    await queryClient.cancelQueries({ queryKey });
    show(task.id, isDone ? "done" : "open");
    // Each press is a wish of its own: ticking again after reopening is not a repetition.
    const wish = { eventId: event.id, taskId: task.id, idempotencyKey: newKey() };
    await (isDone ? complete : reopen).mutateAsync(wish).catch((error: unknown) => {
      show(task.id, task.status);
      setRefused({ taskId: task.id, message: problemOf(error).message });
    });
    await refresh();
  };
  return { tick, refused };
}
