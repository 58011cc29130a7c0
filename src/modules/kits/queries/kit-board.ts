import "server-only";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { AssignmentStatus } from "@/modules/kits/inputs";
import type { KitBoardInput } from "@/modules/kits/inputs/boards";
import type { UnitStatus } from "@/modules/kits/kits";
import { likePattern } from "@/values/like-pattern";

/** One use of a kit on the board, or a need that no kit is bound to. Instants are ISO 8601 UTC. */
export interface BoardUse {
  readonly id: string;
  readonly kitTemplateId: string;
  readonly templateName: string;
  readonly eventId: string;
  readonly number: number;
  readonly title: string;
  readonly status: AssignmentStatus;
  /** Preparation to inspected return. */
  readonly windowStart: string;
  readonly windowEnd: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly timeZone: string;
  /** While it is out. */
  readonly expectedReturn: string | null;
  /** What a fact has said against it, and nothing has settled. */
  readonly against: string | null;
}

export interface BoardKit {
  readonly id: string;
  readonly code: string;
  readonly templateName: string;
  readonly status: UnitStatus;
  readonly home: string;
  readonly holderName: string | null;
  /** By time. */
  readonly uses: readonly BoardUse[];
}

export interface KitBoard {
  /** By template and code. */
  readonly kits: readonly BoardKit[];
  readonly hasMoreKits: boolean;
  /** Needs that no kit is bound to, by time. */
  readonly unbound: readonly BoardUse[];
  readonly hasMoreUnbound: boolean;
  readonly templates: readonly { readonly id: string; readonly name: string }[];
  /** The database's clock. */
  readonly now: string;
}

const KITS_MAX = 200;
const UNBOUND_MAX = 200;
const USES_MAX = 2_000;
/** No need takes longer, with its event. */
const NEED_DAYS_MAX = 90;

/** Kits and their uses in a stretch of time, with the needs that wait for one. Five statements. */
export async function kitBoard(db: Queryable, input: KitBoardInput): Promise<KitBoard> {
  const [kits, unbound, templates, [clock]] = await Promise.all([
    readKits(db, input),
    readUses(db, input, sql`a.kit_instance_id IS NULL`, UNBOUND_MAX + 1),
    db.query<{ id: string; name: string }>(sql`
      SELECT id, name FROM kit_template WHERE archived_at IS NULL ORDER BY lower(name), id LIMIT 200`),
    db.query<{ now: Date }>(sql`SELECT clock_timestamp() AS now`),
  ]);
  if (!clock) throw new Error("the database returned no clock");
  const shown = kits.slice(0, KITS_MAX);
  const ids = shown.map(({ id }) => id);
  const uses = await readUses(db, input, sql`a.kit_instance_id = ANY (${ids}::uuid[])`, USES_MAX);
  return {
    kits: shown.map((kit) => ({ ...kit, uses: uses.filter((use) => use.unitId === kit.id).map(toUse) })),
    hasMoreKits: kits.length > KITS_MAX,
    unbound: unbound.slice(0, UNBOUND_MAX).map(toUse),
    hasMoreUnbound: unbound.length > UNBOUND_MAX,
    templates,
    now: clock.now.toISOString(),
  };
}

function readKits(db: Queryable, { kitTemplateId, q }: KitBoardInput): Promise<Omit<BoardKit, "uses">[]> {
  return db.query(sql`
    SELECT u.id, u.code, t.name AS "templateName", u.status, u.home, p.name AS "holderName"
    FROM kit_unit u JOIN kit_template t ON t.id = u.kit_template_id LEFT JOIN person p ON p.id = u.holder_id
    WHERE u.archived_at IS NULL
      AND (${kitTemplateId ?? null}::uuid IS NULL OR u.kit_template_id = ${kitTemplateId ?? null}::uuid)
      AND (${q === undefined}::boolean OR u.code ILIKE ${likePattern(q ?? "")}
        OR t.name ILIKE ${likePattern(q ?? "")})
    ORDER BY lower(t.name), t.id, u.code LIMIT ${KITS_MAX + 1}`);
}

interface UseRow
  extends Omit<BoardUse, "windowStart" | "windowEnd" | "startsAt" | "endsAt" | "expectedReturn"> {
  readonly unitId: string | null;
  readonly window_start: Date;
  readonly window_end: Date;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly expected_return: Date | null;
}

/** A kit that is out is on the board until it is back, however long ago it went. */
function readUses(
  db: Queryable,
  { from, to, kitTemplateId, q }: KitBoardInput,
  which: ReturnType<typeof sql>,
  limit: number,
): Promise<UseRow[]> {
  return db.query<UseRow>(sql`
    SELECT a.id, a.kit_instance_id AS "unitId", a.kit_template_id AS "kitTemplateId", t.name AS "templateName",
      a.event_id AS "eventId", e.number, b.title, a.status, a.window_start, a.window_end, e.starts_at, e.ends_at,
      e.time_zone AS "timeZone", CASE WHEN a.returned_at IS NULL THEN a.expected_return END AS expected_return,
      s.cause AS against
    FROM kit_assignment a
    JOIN kit_template t ON t.id = a.kit_template_id
    JOIN event_instance e ON e.id = a.event_id JOIN booking b ON b.id = e.booking_id
    LEFT JOIN kit_shortage_said s ON s.kit_assignment_id = a.id AND s.resolved_at IS NULL
    WHERE ${which} AND a.status <> 'cancelled' AND a.window_start < ${to}::timestamptz
      AND (a.window_end > ${from}::timestamptz OR a.status IN ('checked_out', 'partly_returned'))
      AND (a.window_start > ${from}::timestamptz - ${NEED_DAYS_MAX} * interval '1 day'
        OR a.status IN ('checked_out', 'partly_returned'))
      AND (a.kit_instance_id IS NOT NULL OR e.status NOT IN ('completed', 'cancelled'))
      AND (${kitTemplateId ?? null}::uuid IS NULL OR a.kit_template_id = ${kitTemplateId ?? null}::uuid)
      AND (a.kit_instance_id IS NOT NULL OR ${q === undefined}::boolean OR t.name ILIKE ${likePattern(q ?? "")})
    ORDER BY a.window_start, a.id LIMIT ${limit}`);
}

function toUse(row: UseRow): BoardUse {
  const { id, kitTemplateId, templateName, eventId, number, title, status, timeZone, against } = row;
  return {
    id,
    kitTemplateId,
    templateName,
    eventId,
    number,
    title,
    status,
    windowStart: row.window_start.toISOString(),
    windowEnd: row.window_end.toISOString(),
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    timeZone,
    expectedReturn: row.expected_return?.toISOString() ?? null,
    against,
  };
}
