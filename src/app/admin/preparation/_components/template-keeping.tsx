"use client";

import { useMutation } from "@tanstack/react-query";
import { Archive, ArchiveRestore } from "lucide-react";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { TemplateRow } from "./template-columns";
import { useRefreshTemplates } from "./use-refresh-templates";

/** Takes a template out of use, or brings it back. The one that serves all other events stays. */
export function TemplateKeeping({ template, onDone }: { template: TemplateRow; onDone: () => void }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const keyFor = useFreshKey();
  const refresh = useRefreshTemplates();
  const archive = useMutation(trpc.preparationTemplates.archive.mutationOptions());
  const restore = useMutation(trpc.preparationTemplates.restore.mutationOptions());
  if (template.activityType === null) return null;
  const { id, version, name, isArchived } = template;
  const act = isArchived ? restore : archive;
  const press = async () => {
    const wish = { recordId: id, version };
    await act.mutateAsync({ ...wish, idempotencyKey: keyFor({ ...wish, isArchived }) }).then(
      async () => {
        toasts.success(isArchived ? `${name} is in use again.` : `${name} is archived.`, id);
        onDone();
        await refresh();
      },
      // The refusal shows in place.
      () => void refresh(),
    );
  };
  return (
    <div className="grid justify-items-start gap-2">
      <FormProblem problem={act.error ? problemOf(act.error) : null} />
      <Button
        icon={isArchived ? <ArchiveRestore /> : <Archive />}
        isPending={act.isPending}
        onClick={() => void press()}
      >
        {isArchived ? "Bring back" : "Archive"}
      </Button>
      <p className="text-meta text-muted">
        {isArchived
          ? "Events that begin their preparation from then on take it again."
          : "Events that are being prepared keep their tasks. Later ones take the template for all other events."}
      </p>
    </div>
  );
}
