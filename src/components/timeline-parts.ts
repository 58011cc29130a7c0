/** Entries that are gone, as a timeline says it. */
export interface ExpiredPart {
  /** The facts' category. */
  readonly kind: string;
  /** Null where the reader may not know how many. */
  readonly entries: number | null;
  /** The day on which they expired, `YYYY-MM-DD`. */
  readonly expiredOn: string;
  /** Their place among the others: the end of the month they were recorded in, ISO 8601. */
  readonly at: string;
}

export type TimelinePart<Entry> =
  | { readonly kind: "entries"; readonly key: string; readonly entries: readonly Entry[] }
  | { readonly kind: "expired"; readonly key: string; readonly expired: ExpiredPart };

/**
 * Entries and what has expired among them, newest first as both are given. What lies behind the oldest loaded entry is
 * left for when the older ones are loaded.
 */
export function timelineParts<Entry extends { readonly at: string }>(
  entries: readonly Entry[],
  expired: readonly ExpiredPart[],
  hasOlder: boolean,
): readonly TimelinePart<Entry>[] {
  const parts: TimelinePart<Entry>[] = [];
  let from = 0;
  const takeEntries = (to: number) => {
    const some = entries.slice(from, to);
    const [first] = some;
    if (first) parts.push({ kind: "entries", key: first.at, entries: some });
    from = to;
  };
  for (const one of expired) {
    const older = entries.findIndex((entry, index) => index >= from && entry.at <= one.at);
    if (older === -1 && hasOlder) break;
    takeEntries(older === -1 ? entries.length : older);
    parts.push({ kind: "expired", key: `${one.kind} ${one.at}`, expired: one });
  }
  takeEntries(entries.length);
  return parts;
}
