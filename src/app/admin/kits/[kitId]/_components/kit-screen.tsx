"use client";

import { useQuery } from "@tanstack/react-query";
import { KitActs } from "@/app/admin/kits/_components/kit-acts";
import { KitBadges } from "@/app/admin/kits/_components/kit-badges";
import { KitPanels } from "@/app/admin/kits/_components/kit-panels";
import { KitUnavailable } from "@/app/admin/kits/_components/kit-unavailable";
import { PageHeader } from "@/components/page-header";
import { useTRPC } from "@/trpc/client";

const crumbs = [{ label: "Kits", href: "/admin/kits" }] as const;

/** A kit on a page of its own. */
export function KitScreen({ kitId, now, timeZone }: { kitId: string; now: string; timeZone: string }) {
  const trpc = useTRPC();
  const kit = useQuery(trpc.kits.byId.queryOptions({ kitInstanceId: kitId }));
  if (!kit.data) return <KitUnavailable error={kit.error} onRetry={() => void kit.refetch()} />;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={kit.data.code}
        status={<KitBadges kit={kit.data} />}
        meta={kit.data.templateName}
        actions={<KitActs kit={kit.data} />}
      />
      <KitPanels kit={kit.data} now={now} timeZone={timeZone} isPage />
    </>
  );
}
