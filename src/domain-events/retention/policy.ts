import type { Category } from "@/domain-events/catalog/catalog";

export interface RetentionRule {
  /** Full years that a fact is kept, counted from its append. */
  readonly yearsKept: number;
  /** The time range of one partition of this category. */
  readonly partitionSpan: "month" | "half-year" | "year";
}

/**
 * How long each category is kept (event-schema.md, Event Storage; event-catalogue.md, Categories) and how its
 * partitions are cut (engine.md, Tables). A changed span needs a migration of the partitions.
 */
export const retentionPolicy = {
  booking: { yearsKept: 7, partitionSpan: "half-year" },
  event: { yearsKept: 3, partitionSpan: "half-year" },
  activity: { yearsKept: 1, partitionSpan: "month" },
  staff: { yearsKept: 3, partitionSpan: "half-year" },
  kit: { yearsKept: 1, partitionSpan: "month" },
  location: { yearsKept: 3, partitionSpan: "half-year" },
  directory: { yearsKept: 7, partitionSpan: "year" },
  system: { yearsKept: 7, partitionSpan: "year" },
} as const satisfies Record<Category, RetentionRule>;

/**
 * The UTC day (`YYYY-MM-DD`) on which a fact's years are over. A fact of 29 February is kept until 1 March
 * when the last year has no such day, so that no fact is kept for less than its full years.
 */
export function expiresOn(category: Category, recordedAt: Date): string {
  const { yearsKept } = retentionPolicy[category];
  const year = recordedAt.getUTCFullYear() + yearsKept;
  const anniversary = new Date(Date.UTC(year, recordedAt.getUTCMonth(), recordedAt.getUTCDate()));
  return anniversary.toISOString().slice(0, 10);
}
