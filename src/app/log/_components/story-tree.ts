import type { ListedLine } from "./merge-lines";

/** An entry with what it caused. */
export interface StoryNode {
  readonly line: ListedLine;
  readonly caused: readonly StoryNode[];
  /**
   * Milliseconds from this entry to the end of the last handler's work on it or on anything that followed from it;
   * null while some of that is open.
   */
  readonly untilLastEffectMs: number | null;
}

/**
 * A chain as the trees of its causes, each in the order of its entries. An entry whose cause is not among the lines
 * (expired, or further back than the page) begins a tree of its own.
 */
export function storyTrees(lines: readonly ListedLine[]): readonly StoryNode[] {
  const known = new Set(lines.map(({ id }) => id));
  const byCause = new Map<string, ListedLine[]>();
  for (const line of lines) {
    const { causationId } = line;
    if (causationId === null || !known.has(causationId)) continue;
    byCause.set(causationId, [...(byCause.get(causationId) ?? []), line]);
  }
  const toNode = (line: ListedLine): StoryNode => {
    const caused = (byCause.get(line.id) ?? []).map(toNode);
    return { line, caused, untilLastEffectMs: untilLastEffect(line, caused) };
  };
  return lines.filter(({ causationId }) => causationId === null || !known.has(causationId)).map(toNode);
}

const FINISHED: ReadonlySet<string> = new Set(["done", "skipped"]);

function untilLastEffect({ at, handlers }: ListedLine, caused: readonly StoryNode[]): number | null {
  const own = handlers.map(({ state, latencyMs }) => (FINISHED.has(state) ? (latencyMs ?? 0) : null));
  const theirs = caused.map(({ line, untilLastEffectMs }) =>
    untilLastEffectMs === null ? null : Date.parse(line.at) - Date.parse(at) + untilLastEffectMs,
  );
  let last = 0;
  for (const ms of [...own, ...theirs]) {
    if (ms === null) return null;
    last = Math.max(last, ms);
  }
  return last;
}

/** Milliseconds from the first entry of a chain to the last effect of any of its acts; null while some are open. */
export function untilLastEffectOf(trees: readonly StoryNode[]): number | null {
  const startMs = Math.min(...trees.map(({ line }) => Date.parse(line.at)));
  let last = 0;
  for (const { line, untilLastEffectMs } of trees) {
    if (untilLastEffectMs === null) return null;
    last = Math.max(last, Date.parse(line.at) - startMs + untilLastEffectMs);
  }
  return last;
}

/** True while something of this entry, or of what followed from it, has given up and waits for a person. */
export function isHeldUp({ line, caused }: StoryNode): boolean {
  return line.handlers.some(({ state }) => state === "parked") || caused.some(isHeldUp);
}

/** How many entries followed from this one, at any depth. */
export function followUps({ caused }: StoryNode): number {
  return caused.reduce((sum, node) => sum + 1 + followUps(node), 0);
}
