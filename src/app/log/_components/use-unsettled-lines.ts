"use client";

import { useEffect, useEffectEvent } from "react";
import { useTRPCClient } from "@/trpc/client";
import type { LogFilterInput } from "./log-view";
import type { ListedLine } from "./merge-lines";

/** How soon what handlers still work on is looked at again. */
const AGAIN_MS = 2_000;

export interface UnsettledLines {
  /** Entries that some handler is still to finish, at most 100. */
  readonly ids: readonly string[];
  readonly filter: LogFilterInput;
  readonly isOn: boolean;
  /** What the last look led to; a new value starts the next wait. */
  readonly after: unknown;
  readonly onLines: (lines: readonly ListedLine[]) => void;
}

/** Looks at open entries again and again until their handlers are done: a stream tells of facts, not of states. */
export function useUnsettledLines({ ids, filter, isOn, after, onLines }: UnsettledLines): void {
  const client = useTRPCClient();
  const look = useEffectEvent(async () => {
    if (document.hidden) return onLines([]);
    // A look that fails is made again like one that found nothing new.
    const lines = await client.log.lines.query({ ...filter, ids: [...ids] }).catch(() => []);
    return onLines(lines);
  });
  const asked = ids.join(" ");
  useEffect(() => {
    if (!isOn || asked === "") return;
    const timer = setTimeout(() => void look(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [asked, isOn, after]);
}
