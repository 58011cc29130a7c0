"use client";

import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { IntegrityBadge } from "./integrity-badge";

/** Sealing looks every ten seconds. */
const ASK_AGAIN_MS = 5_000;

/** Whether the entry is as it was sealed, and what was taken out of it since; asks again until it has a seal. */
export function EntrySeal({ factId }: { readonly factId: string }) {
  const trpc = useTRPC();
  const seals = useQuery({
    ...trpc.log.seals.queryOptions({ days: 0, ids: [factId] }),
    refetchInterval: ({ state }) => (state.data?.entries[0]?.standing === "waiting" ? ASK_AGAIN_MS : false),
  });
  if (seals.isPending) return <Skeleton className="h-5 w-20" />;
  const entry = seals.data?.entries[0];
  if (!entry) return "Not known";
  return (
    <div className="grid justify-items-start gap-1">
      <IntegrityBadge standing={entry.standing} sealedAt={entry.sealedAt} verifiedAt={entry.verifiedAt} />
      {entry.redactions.map(({ path, at, reason }) => (
        <p key={path} className="text-meta wrap-anywhere text-muted">
          <span className="font-mono">{path}</span>
          {` removed on ${at.slice(0, 10)}: ${reason}`}
        </p>
      ))}
    </div>
  );
}
