"use client";

import { StatusBadge } from "@/components/status-badge";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { DeliveryActions } from "./delivery-actions";
import { blockerWords, effort, type Moment, momentsOf } from "./delivery-words";
import { entryHref } from "@/components/entry-href";
import { logTime } from "./log-time";
import { deliveryLooks } from "@/components/status-looks/deliveries";

export type Delivery = RouterOutputs["log"]["deliveries"]["deliveries"][number];

/** One handler's delivery of the open entry. */
export function DeliveryRow({ factId, delivery }: { readonly factId: string; readonly delivery: Delivery }) {
  const { handler, run, state, blockedBy, lastError, pausedAt, sideEffects, tries } = delivery;
  return (
    <li className="grid gap-1 text-cell">
      <span className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{handler}</span>
        <StatusBadge look={deliveryLooks[state]} />
        {run === 0 ? null : <Badge>{sideEffects ? "Replay with side effects" : "Replay"}</Badge>}
        {pausedAt === null ? null : <Badge tone="caution">Handler paused</Badge>}
        <span className="text-muted tabular-nums">{effort(delivery)}</span>
      </span>
      <Moments moments={momentsOf(delivery)} />
      {blockedBy === null ? null : (
        <p className="text-muted">
          {`${blockerWords(blockedBy)} `}
          <TextLink href={entryHref(blockedBy.factId)} className="font-mono text-meta">
            {blockedBy.type}
          </TextLink>
          {`, since ${logTime(blockedBy.since)} UTC.`}
        </p>
      )}
      {lastError === null ? null : <ErrorText text={lastError} />}
      {tries.length > 1 ? <Tries tries={tries} /> : null}
      <DeliveryActions factId={factId} delivery={delivery} />
    </li>
  );
}

function Moments({ moments }: { readonly moments: readonly Moment[] }) {
  return (
    <p className="flex flex-wrap gap-x-3 text-meta text-muted">
      {moments.map(({ label, at }) => (
        <span key={label}>
          {`${label} `}
          <time dateTime={at} className="font-mono">{`${logTime(at)} UTC`}</time>
        </span>
      ))}
    </p>
  );
}

function ErrorText({ text }: { readonly text: string }) {
  return (
    <pre className="max-h-48 overflow-auto rounded-control bg-sunken p-2 font-mono text-meta wrap-anywhere whitespace-pre-wrap text-on-problem">
      {text}
    </pre>
  );
}

/** Every try on record, newest first; folded, since the last error stands above. */
function Tries({ tries }: { readonly tries: Delivery["tries"] }) {
  return (
    <details className="text-meta">
      <summary className="cursor-pointer text-accent">{`All ${tries.length} tries on record`}</summary>
      <ol className="mt-1 grid gap-1 border-l border-border pl-3">
        {tries.map((one) => (
          <li key={`${one.attempt} ${one.finishedAt}`} className="grid">
            <span className="tabular-nums">
              <time dateTime={one.finishedAt} className="font-mono">{`${logTime(one.finishedAt)} UTC`}</time>
              {` ${one.outcome}${one.durationMs === null ? "" : ` after ${one.durationMs} ms`}`}
            </span>
            {one.error === null ? null : (
              <span className="font-mono wrap-anywhere text-muted">{one.error}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
