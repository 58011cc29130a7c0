"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useKitAct } from "@/app/admin/kits/_components/use-kit-act";
import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import type { KitTemplateRecord } from "./kit-template-panels";

/** Takes a template out of use, or brings it back. */
export function KitTemplateKeeping({
  template,
  onDone,
}: {
  template: KitTemplateRecord;
  onDone: () => void;
}) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const archive = useKitAct(trpc.directory.kitTemplates.archive.mutationOptions());
  const restore = useKitAct(trpc.directory.kitTemplates.restore.mutationOptions());
  const { id, version, name, isArchived } = template;
  const act = isArchived ? restore : archive;
  const press = () =>
    act.send({ recordId: id, version }).then(
      () => {
        toasts.success(isArchived ? `${name} is in use again.` : `${name} is archived.`, id);
        onDone();
      },
      // The refusal shows in place.
      () => undefined,
    );
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
          ? "Bookings can ask for it again."
          : "Bookings cannot ask for it any more, and it gets no new kit. Those that are there stay."}
      </p>
    </div>
  );
}
