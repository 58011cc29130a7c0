"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { newKey } from "@/components/form/use-fresh-key";
import { type RouterOutputs, useTRPC, useTRPCClient } from "@/trpc/client";
import type { BookingRow } from "./booking-columns";
import { type BulkLine, isToRun, lineOfPreview, type Leftover, type ReadyLine } from "./bulk-lines";
import { useRefreshBookings } from "./use-refresh-bookings";

type Preview = RouterOutputs["bookings"]["previewApproval"];

/** Previews asked for at the same time; the server lets one account have a bounded number of calls. */
const LOOKS_AT_ONCE = 8;

export type BulkPhase = "none" | "looking" | "ready" | "running" | "done";

/** Looks at each selected booking, then approves one after the other, each with the version that was looked at. */
export function useBulkApproval() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const refresh = useRefreshBookings();
  const [phase, setPhase] = useState<BulkPhase>("none");
  const [lines, setLines] = useState<readonly BulkLine[]>([]);
  // Which look the lines are of: one that was forgotten may still be answered.
  const lookNumber = useRef(0);
  const replace = (line: BulkLine) =>
    setLines((all) => all.map((old) => (old.row.bookingId === line.row.bookingId ? line : old)));

  const lookAt = async (row: BookingRow): Promise<BulkLine> => {
    try {
      const options = trpc.bookings.previewApproval.queryOptions({ bookingId: row.bookingId });
      const preview: Preview = await queryClient.fetchQuery({ ...options, staleTime: 0 });
      return lineOfPreview(row, preview);
    } catch (error) {
      return { row, state: "left-out", reason: problemOf(error).message };
    }
  };

  const look = async (rows: readonly BookingRow[]) => {
    lookNumber.current += 1;
    const mine = lookNumber.current;
    setPhase("looking");
    setLines(rows.map((row) => ({ row, state: "looking" })));
    for (let at = 0; at < rows.length; at += LOOKS_AT_ONCE) {
      const seen = await Promise.all(rows.slice(at, at + LOOKS_AT_ONCE).map(lookAt));
      if (mine !== lookNumber.current) return;
      for (const line of seen) replace(line);
    }
    setPhase("ready");
  };

  const approve = async ({ row, version, dates, clear }: ReadyLine) => {
    replace({ row, state: "approving" });
    try {
      await client.bookings.approve.mutate({
        bookingId: row.bookingId,
        version,
        eventDates: [...clear],
        idempotencyKey: newKey(),
      });
      replace({ row, state: "approved", dates: clear.length, undecided: dates - clear.length });
    } catch (error) {
      replace({ row, state: "failed", reason: problemOf(error).message });
    }
  };

  const run = async (leftover: Leftover, from: readonly BulkLine[] = lines) => {
    setPhase("running");
    for (const line of from) {
      if (line.state !== "ready") continue;
      if (isToRun(line, leftover)) await approve(line);
      else replace({ row: line.row, state: "left-out", reason: "Some of its dates are blocked." });
    }
    setPhase("done");
    await refresh();
  };

  const retry = async (leftover: Leftover) => {
    setPhase("running");
    const again: BulkLine[] = [];
    for (const line of lines) {
      if (line.state !== "failed") continue;
      const looked = await lookAt(line.row);
      replace(looked);
      again.push(looked);
    }
    await run(leftover, again);
  };

  return {
    phase,
    lines,
    total: lines.filter((line) => line.state !== "left-out").length,
    settled: lines.filter((line) => line.state === "approved" || line.state === "failed").length,
    look,
    run: (leftover: Leftover) => run(leftover),
    retry,
    forget: () => {
      lookNumber.current += 1;
      setPhase("none");
      setLines([]);
    },
  };
}
