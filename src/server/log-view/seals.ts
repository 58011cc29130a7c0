import "server-only";
import type { Queryable } from "@/db/database";
import { type Comparison, lastComparison, type SealState } from "@/domain-events/sealing/seal-standing";
import {
  type DayStanding,
  type EntrySealState,
  type SealLag,
  sealLag,
  sealStatesOfDays,
  sealStatesOfEntries,
} from "@/domain-events/sealing/seal-states";

export interface SealsOverview {
  readonly lag: SealLag;
  /** Null if the log was never compared with its seals. */
  readonly comparison: Comparison | null;
  /** UTC days: today first, then those asked for by date. */
  readonly days: readonly (SealState<DayStanding> & { readonly day: string })[];
  /** Those of the entries asked for that the log holds. */
  readonly entries: readonly (EntrySealState & { readonly id: string })[];
}

const DAY_MS = 86_400_000;

/** Whether the last days, and these entries, are as they were sealed. */
export async function sealsOverview(
  db: Queryable,
  asked: { readonly days: number; readonly dates: readonly string[]; readonly ids: readonly string[] },
  nowMs: number,
): Promise<SealsOverview> {
  const upToToday = Array.from({ length: asked.days }, (_, back) =>
    new Date(nowMs - back * DAY_MS).toISOString().slice(0, 10),
  );
  const days = [...new Set([...upToToday, ...asked.dates])];
  const [lag, comparison, ofDays, ofEntries] = await Promise.all([
    sealLag(db),
    lastComparison(db),
    sealStatesOfDays(db, days),
    asked.ids.length === 0 ? new Map<string, EntrySealState>() : sealStatesOfEntries(db, asked.ids),
  ]);
  return {
    lag,
    comparison,
    days: days.flatMap((day) => {
      const state = ofDays.get(day);
      return state ? [{ day, ...state }] : [];
    }),
    entries: [...ofEntries].map(([id, state]) => ({ id, ...state })),
  };
}
