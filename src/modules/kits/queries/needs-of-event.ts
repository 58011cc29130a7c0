import "server-only";
import type { PersonActor } from "@/commands/actor";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import {
  type KitAssignment,
  type KittedEvent,
  missingIn,
  type Unit,
  type UnitStatus,
  unitStatus,
} from "@/modules/kits/kits";
import { isEnded, type NeedGrounds } from "@/modules/kits/needs/shapes";
import { type NeedAbilities, needAbilities } from "@/modules/kits/policy/needs";
import { readKitAssignments } from "@/modules/kits/store/read";
import { readGrounds, type ShortageView, toShortageView } from "./need-grounds";
import { eventForRunner } from "./reader";

/** One kit that an event needs, as whoever runs it sees it. Instants are ISO 8601 UTC. */
export interface NeedView
  extends Pick<
    KitAssignment,
    "id" | "activityId" | "kitTemplateId" | "status" | "windowStart" | "windowEnd" | "notes" | "version"
  > {
  readonly activityType: string;
  readonly templateName: string;
  /** Null until a certain kit is bound. */
  readonly unit: { readonly id: string; readonly code: string; readonly status: UnitStatus } | null;
  readonly prepared: { readonly by: string; readonly at: string; readonly shortReason: string | null } | null;
  readonly acceptedShort: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly out: {
    readonly to: string | null;
    readonly expectedReturn: string;
    readonly isOverdue: boolean;
  } | null;
  readonly shortage: ShortageView | null;
  readonly can: NeedAbilities;
}

export interface NeedsOfEvent {
  readonly eventId: string;
  readonly timeZone: string;
  /** By activity and template; those called off are left out. */
  readonly needs: readonly NeedView[];
  /** Packed or further, with nothing against them. */
  readonly ready: number;
  readonly can: { readonly assign: boolean };
  /** The database's clock. */
  readonly now: string;
}

/**
 * What one event needs of kits and what it gets. For admins and the event's manager; everybody else gets the
 * `NOT_FOUND` of an event that does not exist. A constant number of statements.
 */
export async function needsOfEvent(
  db: Queryable,
  actor: PersonActor,
  eventId: string,
): Promise<NeedsOfEvent> {
  const event = await eventForRunner(db, actor, eventId);
  const needs = await readKitAssignments(db, sql`a.event_id = ${eventId} AND a.status <> 'cancelled'`);
  const [grounds, names] = await Promise.all([readGrounds(db, needs), readNames(db, eventId)]);
  const views = needs
    .map((need) => toView(need, event, grounds, names))
    .sort(
      (one, other) =>
        one.activityType.localeCompare(other.activityType) ||
        one.templateName.localeCompare(other.templateName) ||
        one.id.localeCompare(other.id),
    );
  return {
    eventId,
    timeZone: event.timeZone,
    needs: views,
    ready: views.filter(({ status, shortage }) => status !== "assigned" && shortage === null).length,
    can: { assign: !isEnded(event) },
    now: grounds.now,
  };
}

type Names = ReadonlyMap<string, string>;

/** Of everything that the needs of an event name: activities, templates and people. */
async function readNames(db: Queryable, eventId: string): Promise<Names> {
  const rows = await db.query<{ id: string; name: string }>(sql`
    WITH need AS (SELECT * FROM kit_assignment WHERE event_id = ${eventId})
    SELECT id::text, activity_type AS name FROM activity WHERE id IN (SELECT activity_id FROM need)
    UNION ALL
    SELECT id::text, name FROM kit_template WHERE id IN (SELECT kit_template_id FROM need)
    UNION ALL
    SELECT id::text, name FROM person WHERE id::text IN (
      SELECT prepared_by FROM need UNION ALL SELECT accepted_short ->> 'by' FROM need)
      OR id IN (
        SELECT c.holder_id FROM kit_custody c JOIN need ON need.kit_instance_id = c.kit_instance_id
        WHERE c.until_at IS NULL)`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function toView(need: KitAssignment, event: KittedEvent, grounds: NeedGrounds, names: Names): NeedView {
  const unit = grounds.state.units.find(({ id }) => id === need.kitInstanceId) ?? null;
  const shortage = isEnded(event) ? null : toShortageView(need, grounds);
  const nameOf = (id: string) => names.get(id) ?? "Somebody";
  const { prepared, acceptedShort } = need;
  return {
    id: need.id,
    activityId: need.activityId,
    kitTemplateId: need.kitTemplateId,
    status: need.status,
    windowStart: need.windowStart,
    windowEnd: need.windowEnd,
    notes: need.notes,
    version: need.version,
    activityType: names.get(need.activityId) ?? "",
    templateName: names.get(need.kitTemplateId) ?? "",
    unit: unit && {
      id: unit.id,
      code: unit.code,
      status: unitStatus(unit, missingIn(grounds.state, unit)),
    },
    prepared: prepared && {
      by: nameOf(prepared.by),
      at: prepared.at,
      shortReason: prepared.shortReason,
    },
    acceptedShort: acceptedShort && {
      by: nameOf(acceptedShort.by),
      at: acceptedShort.at,
      reason: acceptedShort.reason,
    },
    out: outOf(need, unit, grounds.now, nameOf),
    shortage,
    can: needAbilities(need, event, shortage !== null && !shortage.isWhole),
  };
}

function outOf(
  { out, back }: KitAssignment,
  unit: Unit | null,
  now: string,
  nameOf: (id: string) => string,
): NeedView["out"] {
  if (out === null || back !== null) return null;
  const holder = unit?.custody.holderId ?? null;
  return {
    to: holder === null ? null : nameOf(holder),
    expectedReturn: out.expectedReturn,
    isOverdue: out.expectedReturn < now,
  };
}
