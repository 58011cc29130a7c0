import "server-only";
import type { Queryable } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { AvailabilityInput } from "@/modules/kits/inputs/boards";
import { peaksByDay, type Stretch } from "@/modules/kits/needs/capacity";
import { instantMs } from "@/values/civil";
import { addMinutes } from "@/values/venue-time";

/** How many kits of a kind there are, and how many are wanted at once on each day. */
export interface TemplateAvailability {
  readonly kitTemplateId: string;
  readonly name: string;
  /** That can be used: neither retired nor in quarantine. */
  readonly kits: number;
  readonly quarantined: number;
  /** The most that are wanted at one moment of each day, bound or not (domain.md rule 36). */
  readonly peaks: readonly number[];
  /** The first day on which more are wanted than there are, from 0; null where there is none. */
  readonly firstShortDay: number | null;
}

export interface Availability {
  readonly from: string;
  readonly days: number;
  readonly templates: readonly TemplateAvailability[];
}

/** The longest that one need can take, with its event: no window that begins earlier reaches into the range. */
const NEED_DAYS_MAX = 90;

/** Every kind of kit over so many days, by name. Two statements, whatever there is. */
export async function kitAvailability(
  db: Queryable,
  { from, days }: AvailabilityInput,
): Promise<Availability> {
  const to = addMinutes(from, days * 1440);
  const [templates, demand] = await Promise.all([readPools(db), readDemand(db, from, to)]);
  return {
    from,
    days,
    templates: templates.map(({ id, name, kits, quarantined }) => {
      const peaks = peaksByDay(demand.get(id) ?? [], instantMs(from), days);
      const short = peaks.findIndex((peak) => peak > kits);
      return {
        kitTemplateId: id,
        name,
        kits,
        quarantined,
        peaks,
        firstShortDay: short === -1 ? null : short,
      };
    }),
  };
}

export interface Pool {
  readonly id: string;
  readonly name: string;
  readonly kits: number;
  readonly quarantined: number;
}

/** Kinds of kits that can be asked for or still are, with those kits of theirs that can be used. */
export function readPools(db: Queryable): Promise<readonly Pool[]> {
  return db.query<Pool>(sql`
    SELECT t.id, t.name, count(i.id) FILTER (WHERE i.quarantined_at IS NULL)::integer AS kits,
      count(i.id) FILTER (WHERE i.quarantined_at IS NOT NULL)::integer AS quarantined
    FROM kit_template t LEFT JOIN kit_instance i ON i.kit_template_id = t.id AND i.archived_at IS NULL
    WHERE t.archived_at IS NULL OR EXISTS (
      SELECT FROM kit_assignment a WHERE a.kit_template_id = t.id AND a.status NOT IN ('returned', 'cancelled'))
    GROUP BY t.id, t.name ORDER BY lower(t.name), t.id`);
}

/** In seconds since 1970, all of one template in one row: thousands of rows would cost more than the work on them. */
async function readDemand(
  db: Queryable,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, readonly Stretch[]>> {
  const rows = await db.query<{ id: string; starts: readonly number[]; ends: readonly number[] }>(sql`
    SELECT kit_template_id AS id, array_agg(extract(epoch FROM window_start)::integer) AS starts,
      array_agg(extract(epoch FROM window_end)::integer) AS ends
    FROM (
      SELECT kit_template_id, window_start, ${occupiedUntil(sql`${to}::timestamptz`)} AS window_end FROM kit_assignment a
      WHERE status NOT IN ('returned', 'cancelled') AND window_start < ${to}::timestamptz
        AND window_start > ${from}::timestamptz - ${NEED_DAYS_MAX} * interval '1 day'
        AND (window_end > ${from}::timestamptz OR status IN ('checked_out', 'partly_returned'))
    ) taken
    GROUP BY kit_template_id`);
  return new Map(rows.map(({ id, starts, ends }) => [id, stretchesOf(starts, ends)]));
}

/** On `a`: a kit that is out is taken until it is back, an overdue one for as long as anybody looks (domain.md rule 37). */
export function occupiedUntil(to: Sql) {
  return sql`CASE WHEN a.status NOT IN ('checked_out', 'partly_returned') THEN a.window_end
    WHEN a.expected_return < now() THEN greatest(a.window_end, ${to})
    ELSE greatest(a.window_end, a.expected_return) END`;
}

function stretchesOf(starts: readonly number[], ends: readonly number[]): readonly Stretch[] {
  return starts.map((start, index) => ({ start: start * 1000, end: (ends[index] ?? start) * 1000 }));
}
