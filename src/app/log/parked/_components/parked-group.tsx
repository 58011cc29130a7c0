"use client";

import { RotateCw, SkipForward } from "lucide-react";
import { useState } from "react";
import { counted, deliveries } from "@/app/log/_components/counted";
import { logTime } from "@/app/log/_components/log-time";
import { entryHref } from "@/app/log/_components/entry-href";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { RetryGroupDialog, SkipGroupDialog } from "./group-dialogs";

export type ParkedGroup = RouterOutputs["log"]["parked"]["groups"][number];

/** One kind of failure of one handler. */
export function ParkedGroupCard({ group }: { readonly group: ParkedGroup }) {
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
        <pre className="max-h-40 overflow-auto rounded-control bg-sunken p-2 font-mono text-meta break-words whitespace-pre-wrap text-on-problem">
          {error}
        </pre>
        <p className="text-muted">
          {count === 1 ? "Parked " : "First parked "}
          <time dateTime={firstAt} className="font-mono text-meta">{`${logTime(firstAt)} UTC`}</time>
          {count === 1 ? null : (
            <>
              {", last "}
              <time dateTime={lastAt} className="font-mono text-meta">{`${logTime(lastAt)} UTC`}</time>
            </>
          )}
          {`. ${types.join(", ")}`}
        </p>
        <Examples group={group} />
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

/** The newest of the group, each a way to its entry. */
function Examples({ group: { examples, count } }: { readonly group: ParkedGroup }) {
  return (
    <ul aria-label="Entries" className="grid gap-1">
      {examples.map(({ factId, type, parkedAt }) => (
        <li key={factId} className="flex flex-wrap gap-x-3">
          <TextLink href={entryHref(factId)} className="font-mono text-meta">
            {`${type} …${factId.slice(-8)}`}
          </TextLink>
          <time dateTime={parkedAt} className="font-mono text-meta text-muted">
            {`${logTime(parkedAt)} UTC`}
          </time>
        </li>
      ))}
      {count > examples.length ? (
        <li className="text-meta text-muted">{`and ${count - examples.length} more`}</li>
      ) : null}
    </ul>
  );
}
