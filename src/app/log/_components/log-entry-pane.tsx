"use client";

import { useQuery } from "@tanstack/react-query";
import { factIcons } from "@/components/fact-icon";
import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { PanelError } from "@/components/ui/error-state";
import { type Fact, Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { TextLink } from "@/components/ui/text-link";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { EntryPayload } from "./entry-payload";
import { EntrySeal } from "./entry-seal";
import { HandlerStates } from "./handler-states";
import { logTime } from "./log-time";
import { logHref, type LogView } from "./log-view";
import { RelatedEntries } from "./related-entries";

type Entry = RouterOutputs["log"]["byId"];

export interface LogEntryPaneProps {
  readonly id: string;
  readonly view: LogView;
  readonly onClose: () => void;
  readonly now: string;
}

/** One entry beside the list: in words, as stored, who handled it, what else belongs to its chain. */
export function LogEntryPane({ id, view, onClose, now }: LogEntryPaneProps) {
  const trpc = useTRPC();
  const entry = useQuery(trpc.log.byId.queryOptions({ id }));
  const closeHref = logHref(view, { open: "" });
  const panel = usePanelKey();
  return (
    <DetailPane
      ref={panel}
      title={<span className="font-mono text-cell">{entry.data?.type ?? "Log entry"}</span>}
      label="Log entry"
      closeHref={closeHref}
      onClose={onClose}
    >
      {entry.isPending ? <SkeletonRows rows={8} /> : null}
      {entry.isError ? <PanelError what="This log entry" onRetry={() => void entry.refetch()} /> : null}
      {entry.data ? <EntryBody entry={entry.data} view={view} now={now} /> : null}
    </DetailPane>
  );
}

function EntryBody({
  entry,
  view,
  now,
}: {
  readonly entry: Entry;
  readonly view: LogView;
  readonly now: string;
}) {
  const Icon = factIcons[entry.icon];
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="text-body">
          <span className="font-medium">{entry.actor}</span> {entry.title}
        </p>
        <div>
          <Badge tone={entry.tone} icon={<Icon />}>
            {entry.category}
          </Badge>
        </div>
      </div>
      {entry.problem === null ? null : (
        <Notice tone="caution" title="Shown as stored">
          {`This release cannot read it: ${[entry.problem.reason, ...entry.problem.notes].join("; ")}`}
        </Notice>
      )}
      <Facts facts={[...wordFacts(entry), ...envelopeFacts(entry, view)]} />
      <HandlerStates factId={entry.id} />
      {/* What was shown for one entry is not shown for the next. */}
      <EntryPayload key={entry.id} entry={entry} />
      <Named entry={entry} view={view} />
      <RelatedEntries correlationId={entry.correlationId} openId={entry.id} view={view} now={now} />
    </div>
  );
}

function wordFacts(entry: Entry): readonly Fact[] {
  return entry.details.map(({ label, text }) => ({ label, value: text }));
}

function envelopeFacts(entry: Entry, view: LogView): readonly Fact[] {
  const { causationId } = entry;
  const version =
    entry.currentVersion === null || entry.currentVersion === entry.storedVersion
      ? `${entry.storedVersion}`
      : `${entry.storedVersion}, read as ${entry.currentVersion}`;
  return [
    {
      label: "Recorded",
      value: <time dateTime={entry.at} className="font-mono">{`${logTime(entry.at)} UTC`}</time>,
    },
    { label: "Id", value: <CopyableId id={entry.id} what="id" /> },
    {
      label: "Belongs to",
      value: (
        <span className="flex flex-wrap items-center gap-x-2">
          <TextLink href={logHref(view, { id: entry.correlationId, open: entry.id })}>
            {entry.bookingNumber ?? <span className="font-mono break-all">{entry.correlationId}</span>}
          </TextLink>
          <CopyButton text={entry.correlationId} what="correlation id" />
        </span>
      ),
    },
    ...(causationId === null
      ? []
      : [
          {
            label: "Caused by",
            value: (
              <TextLink href={logHref(view, { open: causationId })} className="font-mono break-all">
                {causationId}
              </TextLink>
            ),
          },
        ]),
    { label: "Source", value: <span className="font-mono">{entry.source}</span> },
    { label: "Version", value: version },
    { label: "Kept until", value: <time dateTime={entry.expiresOn}>{entry.expiresOn}</time> },
    { label: "Integrity", value: <EntrySeal factId={entry.id} /> },
  ];
}

function CopyableId({ id, what }: { readonly id: string; readonly what: string }) {
  return (
    <span className="flex items-center gap-2">
      <span className="font-mono break-all">{id}</span>
      <CopyButton text={id} what={what} />
    </span>
  );
}

function Named({ entry, view }: { readonly entry: Entry; readonly view: LogView }) {
  if (entry.names.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-title">Named here</h3>
      <ul className="grid gap-1 text-cell">
        {entry.names.map(({ id, name }) => (
          <li key={id}>
            <TextLink href={logHref(view, { id, open: entry.id })}>{name}</TextLink>{" "}
            <span className="font-mono text-meta break-all text-muted">{id}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
