import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { PreparationInput } from "@/modules/kits/inputs/boards";
import { type KitAssignment, quantityAt } from "@/modules/kits/kits";
import type { NeedGrounds } from "@/modules/kits/needs/shapes";
import { readKitAssignments } from "@/modules/kits/store/read";
import { localDate } from "@/values/venue-time";
import { readTemplates } from "@/modules/kits/store/read-needs";
import { type EventHead, readEventHeads } from "./event-heads";
import { readGrounds, type ShortageView, toShortageView } from "./need-grounds";

/** A line of what a kit should hold, with what is in it now. */
export interface PackLine {
  readonly componentId: string;
  readonly name: string;
  readonly quantity: number;
  /** Null while no kit is bound. */
  readonly inKit: number | null;
}

/** One kit to pack. */
export interface ToPrepare {
  readonly kitAssignmentId: string;
  readonly status: "assigned" | "prepared";
  readonly templateName: string;
  readonly unit: { readonly id: string; readonly code: string; readonly home: string } | null;
  readonly event: EventHead;
  /** The day on which its preparation begins, at the venue. */
  readonly day: string;
  readonly windowStart: string;
  readonly notes: string;
  readonly lines: readonly PackLine[];
  readonly shortage: ShortageView | null;
}

export interface PreparationList {
  /** By the time at which their preparation begins. */
  readonly items: readonly ToPrepare[];
  readonly hasMore: boolean;
  /** The database's clock. */
  readonly now: string;
}

const SHOWN_MAX = 300;

/**
 * The kits whose preparation begins in a stretch of time, and those that are to be packed, should have been begun, and
 * are not. A constant number of statements.
 */
export async function preparationList(
  db: Queryable,
  { from, to }: PreparationInput,
): Promise<PreparationList> {
  const needs = await readKitAssignments(
    db,
    sql`a.id IN (
      SELECT k.id FROM kit_assignment k JOIN event_instance e ON e.id = k.event_id
      WHERE k.status IN ('assigned', 'prepared') AND e.status NOT IN ('completed', 'cancelled')
        AND k.window_start < ${to}::timestamptz
        AND (k.window_start >= ${from}::timestamptz OR (k.status = 'assigned' AND e.ends_at > ${from}::timestamptz
          AND k.window_start > ${from}::timestamptz - interval '90 days'))
      ORDER BY k.window_start, k.id LIMIT ${SHOWN_MAX + 1})`,
  );
  const shown = needs.slice(0, SHOWN_MAX);
  const [grounds, heads, templates] = await Promise.all([
    readGrounds(db, shown),
    readEventHeads(db, [...new Set(shown.map(({ eventId }) => eventId))]),
    readTemplates(
      db,
      shown.map(({ kitTemplateId }) => kitTemplateId),
    ),
  ]);
  const nameOf = (id: string) => templates.find((template) => template.id === id)?.name ?? "";
  return {
    items: shown.flatMap((need) => {
      const event = heads.get(need.eventId);
      return event ? toItems(need, event, nameOf(need.kitTemplateId), grounds) : [];
    }),
    hasMore: needs.length > SHOWN_MAX,
    now: grounds.now,
  };
}

function toItems(
  need: KitAssignment,
  event: EventHead,
  templateName: string,
  grounds: NeedGrounds,
): readonly ToPrepare[] {
  const { status } = need;
  if (status !== "assigned" && status !== "prepared") return [];
  const { units, components } = grounds.state;
  const unit = units.find(({ id }) => id === need.kitInstanceId) ?? null;
  return [
    {
      kitAssignmentId: need.id,
      status,
      templateName,
      unit: unit && { id: unit.id, code: unit.code, home: unit.home },
      event,
      day: localDate(need.windowStart, event.timeZone),
      windowStart: need.windowStart,
      notes: need.notes,
      lines: components
        .filter((line) => line.kitTemplateId === need.kitTemplateId && line.removedAt === null)
        .map(({ id, name, quantity }) => ({
          componentId: id,
          name,
          quantity,
          inKit: unit && quantityAt(grounds.state, id, { kitInstanceId: unit.id }),
        })),
      shortage: toShortageView(need, grounds),
    },
  ];
}
