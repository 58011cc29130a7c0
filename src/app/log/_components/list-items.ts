import type { ListedLine } from "./merge-lines";

/** What stands in the list, from the top: an entry by its place among the lines, or the heading of a UTC day. */
export type ListItem =
  | { readonly kind: "day"; readonly day: string }
  | { readonly kind: "line"; readonly line: ListedLine; readonly index: number };

/** The lines with a heading wherever another day begins. */
export function listItems(lines: readonly ListedLine[]): readonly ListItem[] {
  return lines.flatMap((line, index): readonly ListItem[] => {
    const item = { kind: "line", line, index } as const;
    const day = dayOf(line);
    const before = lines[index - 1];
    return before !== undefined && dayOf(before) === day ? [item] : [{ kind: "day", day }, item];
  });
}

/** The UTC days of these lines, `YYYY-MM-DD`, each once, in their order. */
export function daysOf(lines: readonly ListedLine[]): readonly string[] {
  return [...new Set(lines.map(dayOf))];
}

function dayOf({ at }: ListedLine): string {
  return at.slice(0, 10);
}
