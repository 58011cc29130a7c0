"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { useTRPC, useTRPCClient } from "@/trpc/client";
import { type AssignLine, type Busy, lineOfPlan, type ReadyLine, toAssign } from "./assign-lines";
import type { EventRow } from "./event-columns";

export type AssignPhase = "choosing" | "looking" | "ready" | "running" | "done";

/** Looks at what stands against giving the selection to one manager, then gives one event after the other. */
export function useBulkAssign() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const refresh = useRefreshEvents();
  const [phase, setPhase] = useState<AssignPhase>("choosing");
  const [lines, setLines] = useState<readonly AssignLine[]>([]);
  const [problem, setProblem] = useState<ServerProblem | null>(null);
  // Which look the lines are of: one that was given up may still be answered.
  const lookNumber = useRef(0);
  const replace = (line: AssignLine) =>
    setLines((all) => all.map((old) => (old.row.id === line.row.id ? line : old)));

  const look = async (rows: readonly EventRow[], managerId: string) => {
    lookNumber.current += 1;
    const mine = lookNumber.current;
    setPhase("looking");
    setProblem(null);
    try {
      const eventIds = rows.map((row) => row.id);
      const options = trpc.events.previewAssignment.queryOptions({ managerId, eventIds });
      const plans = await queryClient.fetchQuery({ ...options, staleTime: 0 });
      if (mine !== lookNumber.current) return;
      setLines(
        rows.map((row) =>
          lineOfPlan(
            row,
            plans.find((plan) => plan.eventId === row.id),
          ),
        ),
      );
      setPhase("ready");
    } catch (error) {
      if (mine !== lookNumber.current) return;
      setProblem(problemOf(error));
      setPhase("choosing");
    }
  };

  const assign = async ({ row, version, isBusy }: ReadyLine, managerId: string, reason: string) => {
    replace({ row, state: "sending" });
    try {
      const override = isBusy ? { override: { reason } } : {};
      const wish = { eventId: row.id, version, managerId, ...override };
      await client.events.assignManager.mutate({ ...wish, idempotencyKey: newKey() });
      replace({ row, state: "assigned" });
    } catch (error) {
      replace({ row, state: "failed", reason: problemOf(error).message });
    }
  };

  const run = async (wish: { managerId: string; busy: Busy; reason: string }) => {
    setPhase("running");
    const going = new Set(toAssign(lines, wish.busy).map((line) => line.row.id));
    for (const line of lines) {
      if (line.state !== "ready") continue;
      if (going.has(line.row.id)) await assign(line, wish.managerId, wish.reason);
      else replace({ row: line.row, state: "left-out", reason: "The manager is elsewhere at that time." });
    }
    setPhase("done");
    await refresh();
  };

  return {
    phase,
    lines,
    problem,
    look,
    run,
    forget: () => {
      lookNumber.current += 1;
      setPhase("choosing");
      setLines([]);
      setProblem(null);
    },
  };
}
