import type { ListedLine } from "@/app/log/_components/merge-lines";
import type { StoryNode } from "@/app/log/_components/story-tree";

type Cell = ListedLine["handlers"][number];

/** A bar of a waterfall: an entry with all that followed from it, or one handler's delivery of it. */
export interface WaterfallBar {
  readonly key: string;
  /** Causes above the entry. */
  readonly depth: number;
  readonly line: ListedLine;
  /** Null for the entry itself. */
  readonly cell: Cell | null;
  /** Milliseconds from the first entry until this one was recorded. */
  readonly fromMs: number;
  /** How long until it was first tried; null for an entry, and before the first try. */
  readonly waitedMs: number | null;
  /** From the first try to the end; for an entry from the record to its last effect. Null while it is open. */
  readonly tookMs: number | null;
}

export interface Waterfall {
  /** In the order of cause and effect: an entry, its deliveries, what it caused. */
  readonly bars: readonly WaterfallBar[];
  /** The length of the axis: from the first entry to the last thing that is known, at least 1 ms. */
  readonly spanMs: number;
}

/** One act and everything that followed from it, on one axis of time. */
export function waterfallOf(root: StoryNode): Waterfall {
  const bars = barsOf(root, Date.parse(root.line.at), 0);
  const ends = bars.map(({ fromMs, waitedMs, tookMs }) => fromMs + (waitedMs ?? 0) + (tookMs ?? 0));
  return { bars, spanMs: Math.max(1, ...ends) };
}

/** One act of a chain as it is shown. */
export interface StoryAct {
  readonly root: StoryNode;
  readonly waterfall: Waterfall;
  /** False past what a page can hold at once. */
  readonly isOpenAtFirst: boolean;
}

/** Bars that are shown without being asked for. */
const OPEN_BARS = 60;

/** The acts of a chain; the first ones are open, as far as there is room, and one alone always is. */
export function actsOf(trees: readonly StoryNode[]): readonly StoryAct[] {
  const waterfalls = trees.map((root) => ({ root, waterfall: waterfallOf(root) }));
  const lengths = waterfalls.map(({ waterfall }) => waterfall.bars.length);
  return waterfalls.map((act, index) => {
    const shown = lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0);
    return { ...act, isOpenAtFirst: shown <= OPEN_BARS || trees.length === 1 };
  });
}

function barsOf(node: StoryNode, sinceMs: number, depth: number): readonly WaterfallBar[] {
  const { line, caused, untilLastEffectMs } = node;
  const place = { depth, line, fromMs: Date.parse(line.at) - sinceMs };
  return [
    { ...place, key: line.id, cell: null, waitedMs: null, tookMs: untilLastEffectMs },
    ...line.handlers.map((cell) => ({
      ...place,
      key: `${line.id} ${cell.handler}`,
      cell,
      waitedMs: cell.startedMs,
      tookMs: cell.latencyMs === null ? null : cell.latencyMs - (cell.startedMs ?? 0),
    })),
    ...caused.flatMap((child) => barsOf(child, sinceMs, depth + 1)),
  ];
}

/** Where the parts of a bar stand on the axis, in percent of its length. */
export interface BarParts {
  readonly from: number;
  readonly waited: number;
  readonly took: number;
}

/** Narrower than this nothing is seen. */
const VISIBLE_PERCENT = 0.6;

/** What is open reaches to the end of the axis. */
export function partsOf({ fromMs, waitedMs, tookMs, cell }: WaterfallBar, spanMs: number): BarParts {
  const percent = (ms: number) => Math.min(100, (Math.max(0, ms) / spanMs) * 100);
  const from = Math.min(percent(fromMs), 100 - VISIBLE_PERCENT);
  const isTried = cell === null || waitedMs !== null;
  const waited = isTried ? Math.min(percent(waitedMs ?? 0), 100 - VISIBLE_PERCENT - from) : 100 - from;
  const room = 100 - from - waited;
  if (!isTried) return { from, waited, took: 0 };
  return {
    from,
    waited,
    took: tookMs === null ? room : Math.min(room, Math.max(VISIBLE_PERCENT, percent(tookMs))),
  };
}
