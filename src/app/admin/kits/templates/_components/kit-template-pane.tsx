"use client";

import { useQuery } from "@tanstack/react-query";
import type { Route } from "next";
import dynamic from "next/dynamic";
import { problemOf } from "@/components/form/problem-of";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { NEW } from "./templates-view";

const loading = () => <SkeletonRows rows={8} label="Loading the template" />;
const KitTemplateForm = dynamic(() => import("./kit-template-form").then((part) => part.KitTemplateForm), {
  loading,
});
const KitTemplatePanels = dynamic(
  () => import("./kit-template-panels").then((part) => part.KitTemplatePanels),
  { loading },
);

export interface KitTemplatePaneProps {
  /** The id of a template, or `NEW`. */
  open: string;
  closeHref: Route;
  onClose: () => void;
  onSaved: (recordId: string) => void;
}

/** One kit template beside the list, ready to be edited. */
export function KitTemplatePane({ open, closeHref, onClose, onSaved }: KitTemplatePaneProps) {
  const trpc = useTRPC();
  const panel = usePanelKey();
  const isNew = open === NEW;
  const template = useQuery({
    ...trpc.kits.template.queryOptions({ kitTemplateId: open }),
    enabled: !isNew,
  });
  const title = isNew ? "New kit template" : (template.data?.name ?? "Kit template");
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
    >
      {isNew ? (
        <KitTemplateForm template={null} onSaved={onSaved} />
      ) : template.data ? (
        <KitTemplatePanels template={template.data} onSaved={onSaved} onDone={onClose} />
      ) : (
        <Unavailable error={template.error} onRetry={() => void template.refetch()} />
      )}
    </DetailPane>
  );
}

function Unavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return loading();
  const { code, requestId } = problemOf(error);
  if (code !== "NOT_FOUND") return <PanelError what="The template" reference={requestId} onRetry={onRetry} />;
  return <EmptyState title="This template is not here">The link may be mistyped.</EmptyState>;
}
