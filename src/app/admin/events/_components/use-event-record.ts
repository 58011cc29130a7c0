"use client";

import { useQuery } from "@tanstack/react-query";
import { type RouterOutputs, useTRPC } from "@/trpc/client";

export type RecordDetails = RouterOutputs["events"]["record"];

export interface NamedRecord {
  /** Undefined while it is on its way. */
  readonly details: RecordDetails | undefined;
  readonly isFailed: boolean;
  readonly retry: () => void;
  /** A display name for an id of a fact or a row. */
  readonly nameOf: (id: string | null) => string;
}

/** What stands beside an event: names, contacts and the entries that its gates rest on. */
export function useEventRecord(eventId: string): NamedRecord {
  const trpc = useTRPC();
  const record = useQuery(trpc.events.record.queryOptions({ eventId }));
  const names = new Map(record.data?.people.map(({ id, name }) => [id, name]));
  return {
    details: record.data,
    isFailed: record.isError && record.data === undefined,
    retry: () => void record.refetch(),
    nameOf: (id) => {
      if (id === null) return "nobody";
      if (id === "system") return "Muster";
      return names.get(id) ?? (record.data === undefined ? "…" : "a former team member");
    },
  };
}
