"use client";

import { useQuery } from "@tanstack/react-query";
import { deliveries } from "@/app/log/_components/counted";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { ParkedGroupCard } from "./parked-group";

/** Others may settle them too, and more may come. */
const LOOK_AGAIN_MS = 10_000;

/** More kinds of failure than these are a list to look through, each as short as it can be. */
const WHOLE_GROUPS_MAX = 5;

/** What has given up and waits for a person, gathered by what the errors have in common. */
export function ParkedScreen() {
  const trpc = useTRPC();
  const parked = useQuery({ ...trpc.log.parked.queryOptions(), refetchInterval: LOOK_AGAIN_MS });
  return (
    <PageBody>
      <PageHeader title="Parked deliveries" meta={parked.data ? metaOf(parked.data.total) : "Counting…"} />
      {parked.isPending ? <SkeletonRows rows={8} /> : null}
      {parked.isError ? (
        <PanelError what="The parked deliveries" onRetry={() => void parked.refetch()} />
      ) : null}
      {parked.data?.groups.length === 0 ? (
        <EmptyState title="Nothing is parked">
          A delivery that failed nine times, or that no try can help, waits here for a person.
        </EmptyState>
      ) : null}
      <ul className="grid gap-4">
        {parked.data?.groups.map((group) => (
          <li key={`${group.handler} ${group.errorGroup}`}>
            <ParkedGroupCard group={group} isShort={parked.data.groups.length > WHOLE_GROUPS_MAX} />
          </li>
        ))}
      </ul>
    </PageBody>
  );
}

function metaOf(total: { readonly count: number; readonly more: boolean }): string {
  if (total.count === 0)
    return "What gave up waits here until its cause is mended, or until somebody skips it.";
  return `${deliveries(total)} gave up. Mend the cause, then retry; what no try can help is skipped.`;
}
