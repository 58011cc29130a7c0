"use client";

import { useRef, useState } from "react";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { useTRPCClient } from "@/trpc/client";
import type { TaskStatus, Ticks } from "./tasks";
import { useRefreshEvent } from "./use-refresh-event";

interface Tick {
  readonly to: TaskStatus;
  /** Null while it is on its way. */
  readonly problem: ServerProblem | null;
}

export interface Ticking {
  /** Those on their way. */
  readonly ticks: Ticks;
  readonly problemFor: (taskId: string) => ServerProblem | null;
  readonly isPending: (taskId: string) => boolean;
  /** Ticks or reopens at once on screen; rolls back with a reason when the server says no, or nothing (U-32). */
  readonly put: (taskId: string, to: TaskStatus) => void;
  /** Sends the tick that failed once more. */
  readonly again: (taskId: string) => void;
}

/** The ticks of one checklist. Each has a key of its own until it went through, so a repeated tap is one tick. */
export function useTicks(eventId: string): Ticking {
  const client = useTRPCClient();
  const refresh = useRefreshEvent();
  const keys = useRef(new Map<string, string>());
  const underWay = useRef(new Set<string>());
  const [all, setAll] = useState<ReadonlyMap<string, Tick>>(new Map());

  const note = (taskId: string, tick: Tick | null) =>
    setAll((before) => {
      const after = new Map(before);
      if (tick) after.set(taskId, tick);
      else after.delete(taskId);
      return after;
    });

  async function send(taskId: string, to: TaskStatus): Promise<void> {
    if (underWay.current.has(taskId)) return;
    underWay.current.add(taskId);
    note(taskId, { to, problem: null });
    const name = `${to} ${taskId}`;
    const idempotencyKey = keys.current.get(name) ?? newKey();
    keys.current.set(name, idempotencyKey);
    const wish = { eventId, taskId, idempotencyKey };
    try {
      await (to === "done" ? client.events.completeTask.mutate(wish) : client.events.reopenTask.mutate(wish));
      // What was begun before and went unanswered is settled with it.
      for (const status of ["done", "open"]) keys.current.delete(`${status} ${taskId}`);
      await refresh();
      note(taskId, null);
    } catch (error) {
      const problem = problemOf(error);
      note(taskId, { to, problem });
      if (problem.code !== "OFFLINE") void refresh();
    } finally {
      underWay.current.delete(taskId);
    }
  }

  const entries = [...all];
  return {
    ticks: new Map(entries.filter(([, { problem }]) => problem === null).map(([id, { to }]) => [id, to])),
    problemFor: (taskId) => all.get(taskId)?.problem ?? null,
    isPending: (taskId) => all.get(taskId)?.problem === null,
    put: (taskId, to) => void send(taskId, to),
    again: (taskId) => {
      const tick = all.get(taskId);
      if (tick) void send(taskId, tick.to);
    },
  };
}
