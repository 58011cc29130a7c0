"use client";

import { useEffect, useEffectEvent } from "react";
import { useTRPCClient, type RouterInputs } from "@/trpc/client";
import type { LogFilterInput } from "./log-view";

type Tail = RouterInputs["log"]["tail"];

export interface TailedEntry {
  readonly id: string;
  readonly recordedAt: string;
  readonly position: string;
}

export interface LogTail {
  readonly filter: LogFilterInput;
  /** Where the list was read; null while it is not. */
  readonly since: string | null;
  readonly isOn: boolean;
  readonly onEntries: (entries: readonly TailedEntry[]) => void;
  /** More came than a stream tells: the list has to be read again. */
  readonly onMissed: () => void;
}

const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;

/**
 * Follows the log from the place where the list was read. After a break it goes on where it was, so that nothing is
 * missed; while nobody looks at the window it holds no connection.
 */
export function useLogTail({ filter, since, isOn, onEntries, onMissed }: LogTail): void {
  const client = useTRPCClient();
  const tell = useEffectEvent((entries: readonly TailedEntry[], hasMissed: boolean) => {
    if (hasMissed) onMissed();
    else if (entries.length > 0) onEntries(entries);
  });
  const asked = JSON.stringify(filter);
  useEffect(() => {
    if (!isOn || since === null) return;
    let cursor = since;
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let subscription: { unsubscribe(): void } | undefined;
    const stop = () => {
      clearTimeout(timer);
      timer = undefined;
      subscription?.unsubscribe();
      subscription = undefined;
    };
    const follow = () => {
      stop();
      if (document.hidden) return;
      const input: Tail = { ...(JSON.parse(asked) as LogFilterInput), since: cursor };
      subscription = client.log.tail.subscribe(input, {
        onData: ({ data }) => {
          tries = 0;
          cursor = data.cursor;
          tell(data.entries, data.hasMissed);
        },
        onError: again,
        onComplete: again,
      });
    };
    const again = () => {
      stop();
      timer = setTimeout(follow, Math.min(RETRY_FIRST_MS * 2 ** tries, RETRY_LAST_MS));
      tries += 1;
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      stop();
    };
  }, [asked, client, isOn, since]);
}
