"use client";

import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { groupDigits } from "@/values/count-words";
import type { KitTemplateRecord } from "./kit-template-panels";

const SparesDialog = dynamic(() => import("./spares-dialog").then((part) => part.SparesDialog), {
  ssr: false,
});

/** Where all of each part is: in kits, in the spares, and what is gone. */
export function TemplateStock({ template }: { template: KitTemplateRecord }) {
  const spares = useLateDialog();
  if (template.parts.length === 0) return null;
  return (
    <Card title="Where the parts are" isFlush aside={<Button onClick={spares.open}>Change spares…</Button>}>
      <table className="w-full text-cell">
        <thead>
          <tr className="border-b border-border text-meta text-muted">
            <th scope="col" className="px-4 py-1.5 text-left font-medium">
              Part
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-medium">
              In kits
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-medium">
              Spares
            </th>
            <th scope="col" className="px-4 py-1.5 text-right font-medium">
              Gone
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border">
          {template.parts.map((part) => (
            <tr key={part.componentId}>
              <th scope="row" className="px-4 py-1.5 text-left font-normal wrap-anywhere">
                {part.name}
                {part.isRemoved ? (
                  <span className="block text-meta text-muted">Not in the template any more</span>
                ) : null}
              </th>
              <td className="px-2 py-1.5 text-right align-top tabular-nums">{groupDigits(part.inKits)}</td>
              <td className="px-2 py-1.5 text-right align-top tabular-nums">{groupDigits(part.spares)}</td>
              <td className="px-4 py-1.5 text-right align-top tabular-nums" title={goneWords(part)}>
                {part.used + part.lost + part.writtenOff}
                <span className="sr-only">{`: ${goneWords(part)}`}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {spares.wasOpened ? <SparesDialog template={template} {...spares.dialog} /> : null}
    </Card>
  );
}

function goneWords({ used, lost, writtenOff }: KitTemplateRecord["parts"][number]): string {
  return `${used} used, ${lost} lost, ${writtenOff} written off`;
}
