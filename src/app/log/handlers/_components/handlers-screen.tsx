"use client";

import { useQuery } from "@tanstack/react-query";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { HandlerCard } from "./handler-card";

const LOOK_AGAIN_MS = 5_000;

/** Who hears the log, how much waits with them, and the switch to pause them. */
export function HandlersScreen({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const handlers = useQuery({ ...trpc.log.handlers.queryOptions(), refetchInterval: LOOK_AGAIN_MS });
  return (
    <PageBody>
      <PageHeader
        title="Handlers"
        meta="Each hears the log entries of its types. While one is paused its deliveries wait; nothing is lost."
      />
      {handlers.isPending ? <SkeletonRows rows={8} /> : null}
      {handlers.isError ? <PanelError what="The handlers" onRetry={() => void handlers.refetch()} /> : null}
      <ul className="grid gap-4 xl:grid-cols-2">
        {handlers.data?.map((row) => (
          <li key={row.handler} className="grid">
            <HandlerCard row={row} now={now} />
          </li>
        ))}
      </ul>
    </PageBody>
  );
}
