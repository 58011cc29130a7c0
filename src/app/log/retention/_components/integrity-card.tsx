"use client";

import { useQuery } from "@tanstack/react-query";
import { IntegrityBadge } from "@/app/log/_components/integrity-badge";
import { dayWords } from "@/app/log/_components/log-time";
import { spanWords } from "@/app/log/_components/span-words";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { groupDigits } from "@/values/count-words";
import { formatMoment } from "@/values/format-time";

type Seals = RouterOutputs["log"]["seals"];

/** Whether the last two weeks of the log are as they were sealed. */
export function IntegrityCard({ now }: { readonly now: string }) {
  const trpc = useTRPC();
  const seals = useQuery(trpc.log.seals.queryOptions({}));
  return (
    <Card isFlush title="Integrity">
      {seals.isError ? <PanelError what="Integrity" onRetry={() => void seals.refetch()} /> : null}
      {seals.isPending ? <SkeletonRows rows={4} /> : null}
      {seals.data ? <SealedDays seals={seals.data} now={now} /> : null}
    </Card>
  );
}

function SealedDays({ seals, now }: { readonly seals: Seals; readonly now: string }) {
  const { comparison } = seals;
  const compared =
    comparison === null
      ? "Never compared with the log: run npm run log:verify."
      : `Last compared with the log on ${formatMoment(comparison.at, "Etc/UTC", now)}.`;
  return (
    <>
      <p className="px-4 py-2.5 text-cell text-muted">{`${sealingWords(seals.lag)} ${compared}`}</p>
      {comparison === null || comparison.problems === 0 ? null : (
        <div className="px-4 pb-3">
          <Notice tone="problem" title={problemWords(comparison.problems)}>
            Something is not as it was sealed: npm run log:verify names each row and what differs.
          </Notice>
        </div>
      )}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(16rem,1fr))] gap-x-6 px-4 pb-3">
        {seals.days.map(({ day, standing, sealedAt, verifiedAt: at }) => (
          <li
            key={day}
            className="flex items-center justify-between gap-3 border-t border-border py-1.5 text-cell"
          >
            <time dateTime={day} className="tabular-nums">
              {dayWords(day)}
            </time>
            {standing === "empty" ? (
              <span className="text-muted">No entries</span>
            ) : (
              <IntegrityBadge standing={standing} sealedAt={sealedAt} verifiedAt={at} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function problemWords(problems: number): string {
  const found =
    problems === 1 ? "1 problem" : problems < 100 ? `${problems} problems` : "100 problems or more";
  return `The last comparison found ${found}`;
}

function sealingWords({ lastBlock, lagMs, oldestUnsealedAt }: Seals["lag"]): string {
  if (lastBlock === 0) return "Nothing is sealed yet.";
  const blocks = lastBlock === 1 ? "1 block is" : `${groupDigits(lastBlock)} blocks are`;
  if (oldestUnsealedAt === null) return `${blocks} sealed, and nothing waits.`;
  return `${blocks} sealed; the oldest entry without a seal is ${spanWords(lagMs)} old.`;
}
