"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { KitUnavailable } from "./kit-unavailable";
import { kitHref } from "./kits-view";

const KitBeside = dynamic(() => import("./kit-beside").then((part) => part.KitBeside), {
  loading: () => <SkeletonRows rows={8} label="Loading the kit" />,
});

export interface KitPaneProps {
  kitId: string;
  closeHref: Route;
  onClose: () => void;
  now: string;
  timeZone: string;
}

/** A kit beside the list. */
export function KitPane({ kitId, closeHref, onClose, now, timeZone }: KitPaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const kit = useQuery(trpc.kits.byId.queryOptions({ kitInstanceId: kitId }));
  const title = kit.data ? `${kit.data.code} · ${kit.data.templateName}` : "Kit";
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
      pageHref={kitHref(kitId)}
    >
      {kit.data ? (
        <KitBeside kit={kit.data} now={now} timeZone={timeZone} />
      ) : (
        <KitUnavailable error={kit.error} onRetry={() => void kit.refetch()} />
      )}
    </DetailPane>
  );
}
