"use client";

import { RotateCw, SkipForward } from "lucide-react";
import { useState } from "react";
import { counted, deliveries } from "@/app/log/_components/counted";
import { logTime } from "@/app/log/_components/log-time";
import { entryHref } from "@/components/entry-href";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { RetryGroupDialog, SkipGroupDialog } from "./group-dialogs";

export type ParkedGroup = RouterOutputs["log"]["parked"]["groups"][number];

export interface ParkedGroupCardProps {
  readonly group: ParkedGroup;
  /** Its entries are folded away: one of many. */
  readonly isShort: boolean;
}

/** One kind of failure of one handler. */
export function ParkedGroupCard({ group, isShort }: ParkedGroupCardProps) {
  const [dialog, setDialog] = useState<"retry" | "skip" | null>(null);
  const { handler, count, error, types, firstAt, lastAt, blocksKeys } = group;
  return (
    <Card
      title={`${handler}: ${deliveries(count)}`}
      aside={
        blocksKeys === 0 ? null : (
          <Badge tone="problem">{`Holds up ${counted(blocksKeys, "chain", "chains")}`}</Badge>
        )
      }
    >
      <div className="grid gap-3 text-cell">
        <pre className="max-h-40 overflow-auto rounded-control bg-sunken p-2 font-mono text-meta wrap-anywhere whitespace-pre-wrap text-on-problem">
          {error}
        </pre>
        <Facts
          facts={[
            ...(count === 1
              ? [{ label: "Parked", value: <Moment at={lastAt} /> }]
              : [
                  { label: "First parked", value: <Moment at={firstAt} /> },
                  { label: "Last parked", value: <Moment at={lastAt} /> },
                ]),
            { label: types.length === 1 ? "Type" : "Types", value: <Types types={types} /> },
          ]}
        />
        {isShort ? (
          <details>
            <summary className="cursor-pointer text-accent">
              {count === 1 ? "Its entry" : "The newest entries"}
            </summary>
            <div className="mt-1">
              <Examples group={group} />
            </div>
          </details>
        ) : (
          <Examples group={group} />
        )}
        <div className="flex flex-wrap gap-2">
          <Button icon={<RotateCw />} onClick={() => setDialog("retry")}>
            Retry…
          </Button>
          <Button icon={<SkipForward />} onClick={() => setDialog("skip")}>
            Skip…
          </Button>
        </div>
      </div>
      <RetryGroupDialog
        group={group}
        isOpen={dialog === "retry"}
        onOpenChange={(isOpen) => setDialog(isOpen ? "retry" : null)}
      />
      <SkipGroupDialog
        group={group}
        isOpen={dialog === "skip"}
        onOpenChange={(isOpen) => setDialog(isOpen ? "skip" : null)}
      />
    </Card>
  );
}

function Moment({ at }: { readonly at: string }) {
  return <time dateTime={at} className="font-mono text-meta">{`${logTime(at)} UTC`}</time>;
}

function Types({ types }: { readonly types: readonly string[] }) {
  return <span className="font-mono text-meta">{types.join(", ")}</span>;
}

/** The newest of the group, each a way to its entry. */
function Examples({ group: { examples, count } }: { readonly group: ParkedGroup }) {
  return (
    <ul aria-label="Entries" className="grid gap-1">
      {examples.map(({ factId, type, parkedAt }) => (
        <li key={factId} className="flex flex-wrap items-baseline gap-x-3">
          <TextLink href={entryHref(factId)} className="font-mono text-meta">
            {`${type} …${factId.slice(-8)}`}
          </TextLink>
          <span className="text-muted">
            <Moment at={parkedAt} />
          </span>
        </li>
      ))}
      {count > examples.length ? (
        <li className="text-meta text-muted">{`and ${count - examples.length} more`}</li>
      ) : null}
    </ul>
  );
}
