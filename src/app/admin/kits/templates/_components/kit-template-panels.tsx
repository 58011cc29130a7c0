"use client";

import { kitHref } from "@/app/admin/kits/_components/kits-view";
import { labelsHref } from "@/app/admin/kits/_components/labels-href";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { differWords } from "./kit-template-columns";
import { KitTemplateForm } from "./kit-template-form";
import { KitTemplateKeeping } from "./kit-template-keeping";
import { TemplateStock } from "./template-stock";

export type KitTemplateRecord = RouterOutputs["kits"]["template"];

interface KitTemplatePanelsProps {
  template: KitTemplateRecord;
  onSaved: (recordId: string) => void;
  onDone: () => void;
}

/** A template: its lines to edit, the kits that differ from them, and where all of each part is. */
export function KitTemplatePanels({ template, onSaved, onDone }: KitTemplatePanelsProps) {
  return (
    <div className="grid gap-6">
      <Differing template={template} />
      {template.isArchived ? null : (
        <>
          <InUse template={template} />
          {/* Another version is another form: what was saved meanwhile is what it begins with. */}
          <KitTemplateForm key={`${template.id} ${template.version}`} template={template} onSaved={onSaved} />
        </>
      )}
      <TemplateStock template={template} />
      <div className="flex flex-wrap gap-2">
        {template.kits === 0 ? null : (
          <ButtonLink href={labelsHref({ template: template.id })}>Print its labels</ButtonLink>
        )}
      </div>
      <KitTemplateKeeping template={template} onDone={onDone} />
    </div>
  );
}

/** What an edit meets (domain.md rule 44). */
function InUse({ template: { out, packed } }: { template: KitTemplateRecord }) {
  if (out === 0 && packed === 0) return null;
  const parts = [
    ...(out === 0 ? [] : [`${counted(out, "kit")} out`]),
    ...(packed === 0 ? [] : [`${counted(packed, "kit")} packed`]),
  ];
  return (
    <Notice tone="caution" title={`In use now: ${parts.join(", ")}`}>
      A change does not touch them. What they hold is compared with the new lines, and those that differ are
      listed here until they are updated.
    </Notice>
  );
}

function Differing({ template: { differing } }: { template: KitTemplateRecord }) {
  if (differing.length === 0) return null;
  return (
    <Card title={differWords(differing.length)} isFlush>
      <ul className="divide-y divide-border">
        {differing.map(({ kitInstanceId, code, isOut, parts }) => (
          <li key={kitInstanceId} className="px-4 py-2 text-cell wrap-anywhere">
            <TextLink href={kitHref(kitInstanceId)} className="tabular-nums">
              {code}
            </TextLink>
            <span className="text-muted">
              {` ${parts.map(({ name, by }) => `${by > 0 ? "+" : "−"}${Math.abs(by)} ${name}`).join(", ")}`}
              {isOut ? " · when it is back" : ""}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
