import { type Category, catalog, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { type HandlerName, routes } from "@/domain-events/routing";
import { type FieldRow, fieldRows } from "./field-rows";
import { payloadSchema } from "./payload-schema";

/** What the catalog page says about one type. */
export interface TypeCard {
  readonly type: EventType;
  readonly category: Category;
  /** The schema version that is written today. */
  readonly version: number;
  /** False for the types of event-schema.md. */
  readonly isExtension: boolean;
  readonly meaning: string;
  /** Who emits it: `<subject>.<command>` or `<handler>.<reaction>`. */
  readonly sources: readonly string[];
  /** Who hears it. */
  readonly handlers: readonly HandlerName[];
  /** Full years from the append. */
  readonly yearsKept: number;
  readonly fields: readonly FieldRow[];
  readonly example: unknown;
}

/** Every type, from the catalog, the routes and the retention policy. */
export function typeCards(): readonly TypeCard[] {
  return eventTypes.map((type) => {
    const { category, version, extension, meaning, sources, example } = catalog[type];
    return {
      type,
      category,
      version,
      isExtension: extension,
      meaning,
      sources,
      handlers: routes[type],
      yearsKept: retentionPolicy[category].yearsKept,
      fields: fieldRows(payloadSchema(type)),
      example,
    };
  });
}
