"use client";

import type { Route } from "next";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { TemplateRow } from "./template-columns";
import { TemplateForm } from "./template-form";
import { TemplateKeeping } from "./template-keeping";
import { TemplateTasks } from "./template-tasks";

export interface TemplatePaneProps {
  /** Undefined while the list loads or where it lacks the record, null for a new one. */
  template: TemplateRow | null | undefined;
  isLoading: boolean;
  closeHref: Route;
  onClose: () => void;
  onSaved: (recordId: string) => void;
}

/** One template beside the list, ready to be edited. */
export function TemplatePane({ template, isLoading, closeHref, onClose, onSaved }: TemplatePaneProps) {
  const panel = usePanelKey();
  const title = template === null ? "New template" : (template?.name ?? "Template");
  return (
    <DetailPane
      ref={panel}
      title={<span title={title}>{title}</span>}
      label={title}
      closeHref={closeHref}
      onClose={onClose}
    >
      {template === undefined ? (
        isLoading ? (
          <SkeletonRows rows={8} label="Loading the template" />
        ) : (
          <EmptyState title="This template is not here">
            It may be archived: show archived templates to find it.
          </EmptyState>
        )
      ) : template?.isArchived ? (
        <div className="grid gap-4">
          <p className="text-cell text-muted">{`Was for activities of the kind ${template.activityType}.`}</p>
          <TemplateTasks lines={template.lines} />
          <TemplateKeeping template={template} onDone={onClose} />
        </div>
      ) : (
        <div className="grid gap-6">
          {/* Another version is another form: what was saved meanwhile is what it begins with. */}
          <TemplateForm
            key={template === null ? "new" : `${template.id} ${template.version}`}
            template={template}
            onSaved={onSaved}
          />
          {template === null ? null : <TemplateKeeping template={template} onDone={onClose} />}
        </div>
      )}
    </DetailPane>
  );
}
