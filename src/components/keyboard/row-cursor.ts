/** The row that somebody moved to: its place then, and what it is. */
export interface WantedRow {
  readonly index: number;
  readonly id: string | undefined;
}

interface Rows {
  readonly count: number;
  readonly idOf?: ((index: number) => string | undefined) | undefined;
}

/** Where that row is now; its old place where it is gone, and null in an empty list. */
export function cursorAt(wanted: WantedRow | null, { count, idOf }: Rows): number | null {
  if (wanted === null || count === 0) return null;
  const { index, id } = wanted;
  if (idOf && id !== undefined && idOf(index) !== id) {
    for (let at = 0; at < count; at += 1) if (idOf(at) === id) return at;
  }
  return Math.min(index, count - 1);
}
