"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC, useTRPCClient } from "./client";
import { setLiveState } from "./live-store";

/** Messages of one burst are gathered, so that an approval with its hundred events is one refresh. */
const GATHER_MS = 150;

/** Handlers run a moment after the fact: what they make is asked for once more. */
const HANDLED_MS = 1_500;

const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 30_000;

type Refresh = (areas: ReadonlySet<Area>) => void;

type Area =
  | "bookings"
  | "events"
  | "issues"
  | "activities"
  | "locations"
  | "kits"
  | "directory"
  | "reports"
  | "notifications"
  | "log"
  | "everything";

const AREAS: Readonly<Record<string, readonly Area[]>> = {
  booking: ["bookings", "events", "reports"],
  event: ["events", "issues", "bookings", "activities", "locations", "kits", "reports"],
  activity: ["events", "issues", "bookings", "activities", "kits"],
  staff: ["events", "bookings"],
  kit: ["kits", "events", "bookings"],
  location: ["events", "issues", "bookings", "locations"],
  directory: ["directory", "kits", "bookings", "events"],
  system: [],
};

/**
 * Keeps open screens current: says to the queries on screen which records moved, and they fetch again. Shows
 * nothing. Mounted once per audience, inside `ApiProvider`; `useLiveConnection` tells how it is doing.
 *
 * `since` is where the server read the page: the first stream tells of what was committed in between.
 */
export function LiveUpdates({ since }: { readonly since: string | null }) {
  // The page that this browser began with; later pages are read while the stream is open.
  const [first] = useState(since);
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  useEffect(() => {
    const gathered = gatherer(refresher(trpc, queryClient));
    let tries = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let subscription: { unsubscribe(): void } | undefined;
    let isOver = false;

    const retry = () => {
      if (isOver || timer !== undefined) return;
      // Every stream ends in time and is opened again at once; only when that fails has something been lost.
      if (tries > 0 || !navigator.onLine) setLiveState("offline");
      const waitMs = Math.min(RETRY_FIRST_MS * 2 ** tries, RETRY_LAST_MS);
      tries += 1;
      timer = setTimeout(
        () => {
          timer = undefined;
          subscription?.unsubscribe();
          connect();
        },
        waitMs * (0.5 + Math.random() / 2),
      );
    };
    const connect = () => {
      subscription = client.live.changes.subscribe(
        tries === 0 && first !== null ? { since: first } : undefined,
        {
          onStarted: () => {
            // Whatever happened while nobody listened is on none of the screens.
            if (tries > 0 || first === null) gathered.add(["everything"]);
            tries = 0;
            setLiveState("online");
          },
          onData: ({ data }) => {
            setLiveState("online");
            if (data.kind === "fact") gathered.add(AREAS[data.category ?? ""] ?? ["everything"]);
            else gathered.add([data.kind === "resync" ? "everything" : "notifications"]);
          },
          onConnectionStateChange: ({ state }) => {
            if (state === "connecting") setLiveState(navigator.onLine ? "connecting" : "offline");
          },
          onError: retry,
          onComplete: retry,
        },
      );
    };
    // A phone knows at once that its network is gone, and that it is back; the stream would notice much later.
    const onOffline = () => setLiveState("offline");
    const onOnline = () => {
      tries = Math.max(tries, 1);
      clearTimeout(timer);
      timer = undefined;
      subscription?.unsubscribe();
      connect();
    };
    connect();
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", onOnline);
    return () => {
      isOver = true;
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", onOnline);
      clearTimeout(timer);
      gathered.stop();
      subscription?.unsubscribe();
    };
  }, [client, first, queryClient, trpc]);
  return null;
}

/** Marks the queries of some areas as out of date; those on screen fetch again. */
function refresher(trpc: ReturnType<typeof useTRPC>, queryClient: QueryClient): Refresh {
  return (areas) => {
    const filters = {
      bookings: trpc.bookings.pathFilter(),
      events: trpc.events.pathFilter(),
      issues: trpc.issues.pathFilter(),
      activities: trpc.activities.pathFilter(),
      locations: trpc.locations.pathFilter(),
      kits: trpc.kits.pathFilter(),
      directory: trpc.directory.pathFilter(),
      reports: trpc.reports.pathFilter(),
      notifications: trpc.notifications.pathFilter(),
      // The list of the log stands still: new entries wait behind their count.
      log: trpc.log.byId.pathFilter(),
      everything: {},
    };
    for (const area of areas) void queryClient.invalidateQueries(filters[area]);
  };
}

/** Collects areas for a moment, then passes them on; what handlers make again once they have run. */
function gatherer(refresh: Refresh) {
  let areas = new Set<Area>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let handled: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const nowAreas = areas;
    areas = new Set();
    refresh(nowAreas);
    handled ??= setTimeout(() => {
      handled = undefined;
      refresh(new Set<Area>(["notifications", "log", "reports", "events", "issues", "locations", "kits"]));
    }, HANDLED_MS);
  };
  return {
    add: (moreAreas: readonly Area[]) => {
      for (const area of moreAreas) areas.add(area);
      timer ??= setTimeout(flush, GATHER_MS);
    },
    stop: () => {
      clearTimeout(timer);
      clearTimeout(handled);
    },
  };
}
