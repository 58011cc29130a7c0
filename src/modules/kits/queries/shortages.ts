import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { ShortagesInput } from "@/modules/kits/inputs/boards";
import type { KitAssignment } from "@/modules/kits/kits";
import { unmetWishes } from "@/modules/kits/needs/capacity";
import { readKitAssignments } from "@/modules/kits/store/read";
import { occupiedUntil, type Pool, readPools } from "./availability";
import { type EventHead, readEventHeads } from "./event-heads";
import { readGrounds, type ShortageView, toShortageView } from "./need-grounds";

/** A need that cannot be met as it stands. */
export interface ShortageRow {
  readonly kitAssignmentId: string;
  readonly version: number;
  readonly kitTemplateId: string;
  readonly templateName: string;
  /**
   * - `parts`: the bound kit lacks something that can be filled up;
   * - `kit`: the bound kit cannot be had;
   * - `capacity`: more kits are wanted at that time than there are.
   */
  readonly kind: "parts" | "kit" | "capacity";
  /** The kit that is bound. */
  readonly code: string | null;
  readonly shortage: ShortageView;
  readonly event: EventHead;
  /** When it has to be packed. */
  readonly windowStart: string;
}

export interface Shortages {
  /** By the time that is left. */
  readonly items: readonly ShortageRow[];
  readonly hasMore: boolean;
  /** The database's clock. */
  readonly now: string;
}

const HORIZON_DAYS = 90;
const SHOWN_MAX = 200;

/** Every need of the next 90 days that is short, computed from what there is. A constant number of statements. */
export async function kitShortages(db: Queryable, { kitTemplateId }: ShortagesInput): Promise<Shortages> {
  const [demand, pools] = await Promise.all([readDemand(db, kitTemplateId), readPools(db)]);
  const unmet = unmetOf(demand, pools);
  const troubled = await boundInTrouble(db, demand);
  const ids = [...unmet.keys(), ...troubled];
  const needs = await readKitAssignments(db, sql`a.id = ANY (${ids}::uuid[])`);
  const [grounds, heads] = await Promise.all([
    readGrounds(db, needs),
    readEventHeads(db, [...new Set(needs.map(({ eventId }) => eventId))]),
  ]);
  const rows = needs.flatMap((need): readonly ShortageRow[] => {
    const event = heads.get(need.eventId);
    const shortage = unmet.has(need.id) ? noKitFree(unmet.get(need.id)) : toShortageView(need, grounds);
    if (!event || shortage === null) return [];
    const unit = grounds.state.units.find(({ id }) => id === need.kitInstanceId);
    return [toRow(need, { event, shortage, code: unit?.code ?? null, pools })];
  });
  rows.sort(
    (one, other) =>
      one.windowStart.localeCompare(other.windowStart) ||
      one.kitAssignmentId.localeCompare(other.kitAssignmentId),
  );
  return { items: rows.slice(0, SHOWN_MAX), hasMore: rows.length > SHOWN_MAX, now: grounds.now };
}

interface Demand {
  readonly id: string;
  readonly templateId: string;
  readonly kitInstanceId: string | null;
  readonly isAhead: boolean;
  readonly start: number;
  readonly end: number;
}

function readDemand(db: Queryable, kitTemplateId: string | undefined) {
  const to = sql`now() + ${HORIZON_DAYS} * interval '1 day'`;
  return db.query<Demand>(sql`
    SELECT a.id, a.kit_template_id AS "templateId", a.kit_instance_id AS "kitInstanceId",
      a.status IN ('assigned', 'prepared') AND e.status NOT IN ('completed', 'cancelled') AS "isAhead",
      extract(epoch FROM a.window_start)::float8 * 1000 AS start,
      extract(epoch FROM ${occupiedUntil(to)})::float8 * 1000 AS end
    FROM kit_assignment a JOIN event_instance e ON e.id = a.event_id
    WHERE a.status NOT IN ('returned', 'cancelled') AND a.window_start < ${to}
      AND (a.window_end > now() OR a.status IN ('checked_out', 'partly_returned'))
      AND (${kitTemplateId ?? null}::uuid IS NULL OR a.kit_template_id = ${kitTemplateId ?? null}::uuid)
    ORDER BY a.window_start, a.assigned_at, a.id`);
}

/** Of the needs that no kit is bound to, those for which none is left; by id, with the pool that is too small. */
function unmetOf(demand: readonly Demand[], pools: readonly Pool[]): ReadonlyMap<string, Pool> {
  return new Map(
    pools.flatMap((pool) => {
      const of = demand.filter(({ templateId }) => templateId === pool.id);
      const taken = of.filter(({ kitInstanceId }) => kitInstanceId !== null);
      const wishes = of.filter(({ kitInstanceId, isAhead }) => kitInstanceId === null && isAhead);
      return unmetWishes(wishes, taken, pool.kits).map(({ id }) => [id, pool] as const);
    }),
  );
}

function noKitFree(pool: Pool | undefined): ShortageView {
  const kits = pool?.kits ?? 0;
  const cause =
    kits === 0
      ? "There is no such kit to use."
      : `All ${kits} of these kits are wanted elsewhere at that time.`;
  return { missing: [], cause, isWhole: true };
}

/** Needs whose kit is away, broken, retired or not whole: the rules say whether that is a shortage. */
async function boundInTrouble(db: Queryable, demand: readonly Demand[]): Promise<readonly string[]> {
  const bound = demand.filter(({ isAhead, kitInstanceId }) => isAhead && kitInstanceId !== null);
  const unitIds = [...new Set(bound.map(({ kitInstanceId }) => kitInstanceId))];
  const rows = await db.query<{ id: string }>(sql`
    SELECT id FROM kit_unit WHERE id = ANY (${unitIds}::uuid[])
      AND (is_incomplete OR status IN ('retired', 'in_use', 'quarantined'))`);
  const inTrouble = new Set(rows.map(({ id }) => id));
  return bound.flatMap(({ id, kitInstanceId }) =>
    kitInstanceId !== null && inTrouble.has(kitInstanceId) ? [id] : [],
  );
}

interface Found {
  readonly event: EventHead;
  readonly shortage: ShortageView;
  readonly code: string | null;
  readonly pools: readonly Pool[];
}

function toRow(need: KitAssignment, { event, shortage, code, pools }: Found): ShortageRow {
  return {
    kitAssignmentId: need.id,
    version: need.version,
    kitTemplateId: need.kitTemplateId,
    templateName: pools.find(({ id }) => id === need.kitTemplateId)?.name ?? "",
    kind: need.kitInstanceId === null ? "capacity" : shortage.isWhole ? "kit" : "parts",
    code,
    shortage,
    event,
    windowStart: need.windowStart,
  };
}
