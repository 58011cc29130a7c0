import { logEntries } from "@/app/log/_components/counted";
import { entryHref } from "@/components/entry-href";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";

type Failure = RouterOutputs["log"]["replayPreview"]["failures"][number];

const SHOWN_MAX = 5;

/** Entries that the handler could not handle in the dry run. */
export function DryRunFailures({ failures }: { readonly failures: readonly Failure[] }) {
  const hidden = failures.length - SHOWN_MAX;
  return (
    <Notice tone="caution" title={`${logEntries(failures.length)} would fail`}>
      <ul className="grid gap-2">
        {failures.slice(0, SHOWN_MAX).map(({ factId, type, error }) => (
          <li key={factId} className="grid">
            <TextLink href={entryHref(factId)} className="font-mono text-meta">
              {`${type} …${factId.slice(-8)}`}
            </TextLink>
            <span className="font-mono text-meta wrap-anywhere">{error}</span>
          </li>
        ))}
        {hidden > 0 ? <li className="text-meta">{`and ${hidden} more`}</li> : null}
      </ul>
    </Notice>
  );
}
