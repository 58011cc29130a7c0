import { CATEGORIES, type Category, catalog, eventTypes } from "@/domain-events/catalog/catalog";
import { entityIdsOf } from "@/domain-events/catalog/entity-ids";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { routes } from "@/domain-events/routing";

/** Of a hundred facts of an agency, how many are of each category. */
const SHARES: Readonly<Record<Category, number>> = {
  booking: 14,
  event: 18,
  activity: 26,
  staff: 22,
  kit: 12,
  location: 3,
  directory: 3,
  system: 2,
};

/** Ages in years from which on fewer categories are left. */
export const ERAS = [0, 1, 3] as const;

export const SLOTS = 1_000;

/** What a made-up fact takes from its type. */
export interface MixedType {
  readonly type: string;
  readonly category: Category;
  readonly source: string;
  readonly version: number;
  readonly years: number;
  /** JSON with the ids of the catalog's examples. */
  readonly payload: string;
  readonly entities: readonly string[];
  readonly handlers: readonly string[];
}

export const mixedTypes: readonly MixedType[] = eventTypes.map((type) => {
  const { category, version, example, sources } = catalog[type];
  return {
    type,
    category,
    version,
    source: sources[0] ?? "bench.fill",
    years: retentionPolicy[category].yearsKept,
    payload: JSON.stringify(example),
    entities: entityIdsOf(example),
    handlers: routes[type],
  };
});

/**
 * A type for each of a thousand slots per era: categories by their shares, and within one the first types of the
 * catalog more often than the last ones.
 */
export function slotsOf(era: (typeof ERAS)[number]): readonly string[] {
  const kept = CATEGORIES.filter((category) => retentionPolicy[category].yearsKept > era);
  const whole = kept.reduce((sum, category) => sum + SHARES[category], 0);
  const weighted = kept.flatMap((category) => {
    const types = mixedTypes.filter((one) => one.category === category);
    const weights = types.map((_, index) => 1 / (index + 2));
    const all = weights.reduce((sum, one) => sum + one, 0);
    return types.map(({ type }, index) => ({
      type,
      share: (SHARES[category] / whole) * ((weights[index] ?? 0) / all),
    }));
  });
  let upTo = 0;
  const bounds = weighted.map(({ type, share }) => ({ type, end: (upTo += share) }));
  return Array.from(
    { length: SLOTS },
    (_, slot) => bounds.find(({ end }) => slot / SLOTS < end)?.type ?? weighted[0]?.type ?? "",
  );
}
