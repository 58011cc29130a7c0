"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { minuteOf } from "@/app/admin/events/_components/events-view";
import { useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";

const SHOWN = 20;
/** Problems are reported of what is about to be, of what runs, and of what ended a while ago. */
const BACK_MS = 2 * 86_400_000;

/** Events to choose from, from two days ago on, those that match what is typed. */
export function useEventChoice() {
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const [now] = useState(() => new Date());
  const events = useQuery({
    ...trpc.events.list.queryOptions({
      from: minuteOf(new Date(now.getTime() - BACK_MS)),
      status: ["scheduled", "assigned", "preparing", "ready", "in_progress", "completed"],
      order: "earliest",
      limit: SHOWN,
      ...(words !== "" && { q: words }),
    }),
    placeholderData: keepPreviousData,
  });
  const rows = events.data?.items ?? [];
  return {
    items: rows.map((event) => ({
      id: event.id,
      label: `EV-${event.number} ${event.title}`,
      hint: `${event.venue.name}, ${formatMoment(event.startsAt, event.timeZone, now.toISOString())}`,
    })),
    search: (text: string) => setWords(text.trim().slice(0, 100)),
  };
}
