"use client";

import { Printer } from "lucide-react";
import { PageHeader } from "@/components/page-header";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { counted } from "@/values/count-words";

export interface KitLabel {
  readonly id: string;
  readonly code: string;
  readonly templateName: string;
  readonly home: string;
  /** The code as modules of 1 by 1; it says what is written beside it, so that a scanner types just that. */
  readonly drawing: { readonly size: number; readonly path: string };
}

const crumbs = [{ label: "Kits", href: "/admin/kits" }] as const;

/** Labels to print and stick on kits: three beside each other on A4 and Letter. */
export function LabelSheet({ labels, left }: { labels: readonly KitLabel[]; left: number }) {
  return (
    <>
      <div data-chrome>
        <PageHeader
          crumbs={crumbs}
          title={labels.length === 1 ? `Label of ${labels[0]?.code ?? ""}` : "Kit labels"}
          meta={
            left === 0
              ? `${counted(labels.length, "label")}, three beside each other on A4 and Letter.`
              : `The first ${labels.length} labels. Print the rest template by template.`
          }
          actions={
            labels.length === 0 ? undefined : (
              <Button variant="primary" icon={<Printer />} onClick={() => window.print()}>
                Print
              </Button>
            )
          }
        />
      </div>
      {labels.length === 0 ? (
        <EmptyState
          title="There is no kit to print a label for"
          action={<ButtonLink href="/admin/kits">Go to the list of kits</ButtonLink>}
        />
      ) : (
        <ul
          data-paper
          aria-label="Labels"
          className="grid gap-3 rounded-card border border-border bg-surface p-4 sm:grid-cols-3 print:grid-cols-3 print:gap-2 print:border-0 print:p-0"
        >
          {labels.map((label) => (
            <Label key={label.id} label={label} />
          ))}
        </ul>
      )}
    </>
  );
}

function Label({ label: { code, templateName, home, drawing } }: { label: KitLabel }) {
  return (
    <li className="flex min-w-0 break-inside-avoid items-center gap-2 border border-dashed border-border p-2">
      <svg
        viewBox={`-4 -4 ${drawing.size + 8} ${drawing.size + 8}`}
        role="img"
        aria-label={`Code ${code}`}
        shapeRendering="crispEdges"
        className="w-20 shrink-0 print:w-24"
      >
        <rect x={-4} y={-4} width={drawing.size + 8} height={drawing.size + 8} fill="#ffffff" />
        <path d={drawing.path} fill="#000000" />
      </svg>
      <div className="min-w-0">
        <p className="text-title wrap-anywhere tabular-nums">{code}</p>
        <p className="text-meta wrap-anywhere">{templateName}</p>
        {home === "" ? null : <p className="text-meta wrap-anywhere text-muted">{home}</p>}
      </div>
    </li>
  );
}
