"use client";

import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import { useState } from "react";
import { logTime } from "@/app/log/_components/log-time";
import { spanWords } from "@/app/log/_components/span-words";
import { isHeldUp, type StoryNode } from "@/app/log/_components/story-tree";
import { StatusCell } from "@/components/status-badge";
import { deliveryLooks } from "@/components/status-looks/deliveries";
import { Button } from "@/components/ui/button";
import { toneTextClass } from "@/components/ui/tone";
import { actsOf, partsOf, type StoryAct, type Waterfall, type WaterfallBar } from "./waterfall";

export interface WaterfallsProps {
  readonly trees: readonly StoryNode[];
  readonly hrefOf: (id: string) => Route;
}

/** Each act of a chain with all that followed from it: how long it waited, and how long it took. */
export function Waterfalls({ trees, hrefOf }: WaterfallsProps) {
  return (
    <ul className="grid gap-3">
      {actsOf(trees).map((act) => (
        <li key={act.root.line.id} className="min-w-0 rounded-card border border-border bg-surface">
          <Act {...act} hrefOf={hrefOf} />
        </li>
      ))}
    </ul>
  );
}

interface ActProps extends StoryAct {
  readonly hrefOf: WaterfallsProps["hrefOf"];
}

function Act({ root, waterfall, isOpenAtFirst, hrefOf }: ActProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const { line } = root;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-cell">
        <h2 className="min-w-0 flex-1 basis-56 wrap-anywhere">
          <PageLink href={hrefOf(line.id)} prefetch={false} className="hover:underline">
            <span className="font-medium">{line.actor}</span> {line.title}
          </PageLink>
        </h2>
        <time dateTime={line.at} className="font-mono text-meta text-muted">{`${logTime(line.at)} UTC`}</time>
        <span className="text-muted tabular-nums">{effectWords(root)}</span>
        <Button size="small" variant="quiet" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? "Hide" : `Show ${waterfall.bars.length}`}
        </Button>
      </div>
      {isOpen ? <Bars title={`${line.actor} ${line.title}`} waterfall={waterfall} hrefOf={hrefOf} /> : null}
    </>
  );
}

function effectWords(root: StoryNode): string {
  if (root.untilLastEffectMs !== null) return `${spanWords(root.untilLastEffectMs)} to the last effect`;
  return isHeldUp(root) ? "a parked delivery waits for somebody" : "handlers are still at work";
}

interface BarsProps {
  readonly title: string;
  readonly waterfall: Waterfall;
  readonly hrefOf: WaterfallsProps["hrefOf"];
}

function Bars({ title, waterfall: { bars, spanMs }, hrefOf }: BarsProps) {
  return (
    <table
      aria-label={`Times: ${title}`}
      className="w-full table-fixed border-separate border-spacing-0 border-t border-border text-cell max-sm:block"
    >
      <thead className="max-sm:sr-only">
        <tr className="text-left text-meta text-muted">
          <Head>Step</Head>
          <Head className="w-24 text-right">After</Head>
          <Head className="w-24 text-right">Waited</Head>
          <Head className="w-24 text-right">Took</Head>
          <Head className="w-2/5">{`0 to ${spanWords(spanMs)}`}</Head>
        </tr>
      </thead>
      <tbody className="max-sm:block">
        {bars.map((bar) => (
          <Row key={bar.key} bar={bar} spanMs={spanMs} hrefOf={hrefOf} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ children, className = "" }: { readonly children: string; readonly className?: string }) {
  return (
    <th scope="col" className={`h-8 px-3 font-medium ${className}`}>
      {children}
    </th>
  );
}

interface RowProps {
  readonly bar: WaterfallBar;
  readonly spanMs: number;
  readonly hrefOf: WaterfallsProps["hrefOf"];
}

/** Past this many causes a name has no room left to move in. */
const INDENTS = ["pl-3", "pl-7", "pl-11", "pl-15", "pl-19"] as const;

function Row({ bar, spanMs, hrefOf }: RowProps) {
  const { depth, line, cell, fromMs, waitedMs, tookMs } = bar;
  const numbers = "px-3 text-right text-meta text-muted tabular-nums max-sm:px-0";
  return (
    <tr className="max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:border-t max-sm:border-border max-sm:px-3 max-sm:py-2">
      <th
        scope="row"
        className={`h-8 truncate pr-3 text-left font-normal max-sm:h-auto max-sm:basis-full max-sm:whitespace-normal ${INDENTS[Math.min(depth, INDENTS.length - 1)]} max-sm:pl-0`}
      >
        {cell === null ? (
          <StepName line={line} isRoot={depth === 0} hrefOf={hrefOf} />
        ) : (
          <span className="inline-flex items-center gap-1.5 pl-4 text-muted max-sm:pl-0">
            <StatusCell look={deliveryLooks[cell.state]} />
            {cell.handler}
          </span>
        )}
      </th>
      <td className={numbers}>
        <OnPhone>after</OnPhone>
        {fromMs === 0 ? "0" : spanWords(fromMs)}
      </td>
      <td className={numbers}>
        {cell === null ? null : <OnPhone>waited</OnPhone>}
        {cell === null ? null : waitedMs === null ? "waits" : spanWords(waitedMs)}
      </td>
      <td className={numbers}>
        <OnPhone>took</OnPhone>
        {tookMs === null ? "open" : spanWords(tookMs)}
      </td>
      <td className="px-3 max-sm:mt-1 max-sm:basis-full max-sm:px-0">
        <Bar bar={bar} spanMs={spanMs} />
      </td>
    </tr>
  );
}

/** The act itself is named above its table. */
function StepName(props: {
  readonly line: WaterfallBar["line"];
  readonly isRoot: boolean;
  readonly hrefOf: RowProps["hrefOf"];
}) {
  const { line, isRoot, hrefOf } = props;
  if (isRoot) return "Until the last effect";
  return (
    <PageLink href={hrefOf(line.id)} prefetch={false} className="hover:underline" title={line.title}>
      <span className="font-medium">{line.actor}</span> {line.title}
    </PageLink>
  );
}

/** The column's name, where a card has no columns. */
function OnPhone({ children }: { readonly children: string }) {
  return <span aria-hidden="true" className="text-subtle sm:hidden">{`${children} `}</span>;
}

/** What the numbers beside it say, drawn. */
function Bar({ bar, spanMs }: Omit<RowProps, "hrefOf">) {
  const { from, waited, took } = partsOf(bar, spanMs);
  const tone = bar.cell === null ? "neutral" : deliveryLooks[bar.cell.state].tone;
  return (
    <svg aria-hidden="true" className={`block h-3 w-full ${toneTextClass[tone]}`}>
      <line x1="0" x2="100%" y1="6" y2="6" className="stroke-border" />
      <rect x={`${from}%`} width={`${waited}%`} y="4" height="4" fill="currentColor" opacity="0.35" />
      <rect
        x={`${from + waited}%`}
        width={`${took}%`}
        y={bar.cell === null ? 5 : 2}
        height={bar.cell === null ? 2 : 8}
        fill="currentColor"
        opacity={bar.tookMs === null ? 0.35 : 1}
      />
    </svg>
  );
}
