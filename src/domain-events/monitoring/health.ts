import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { HEARTBEAT_LOST_MS } from "@/domain-events/dispatch/heartbeat";
import { partitionRunwayDays, RUNWAY_MIN_DAYS } from "@/domain-events/partitions/maintain";

/** One reason why the process is or is not ready, in words for an operator. */
export interface HealthCheck {
  readonly name: "database" | "migrations" | "dispatcher" | "partitions";
  readonly ok: boolean;
  readonly detail: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly checks: readonly HealthCheck[];
}

/**
 * Whether this process can do its work: the database answers, no migration is unfinished, some dispatcher is
 * alive, and the log has partitions for at least 45 more days. Never throws.
 */
export async function readiness(db: Queryable): Promise<Readiness> {
  const checks = await Promise.all([
    check("database", async () => {
      await db.query(sql`SELECT 1 AS alive`);
      return [true, "answers"];
    }),
    check("migrations", () => migrations(db)),
    check("dispatcher", () => dispatcher(db)),
    check("partitions", () => partitions(db)),
  ]);
  return { ready: checks.every((one) => one.ok), checks };
}

async function check(
  name: HealthCheck["name"],
  look: () => Promise<[boolean, string]>,
): Promise<HealthCheck> {
  try {
    const [ok, detail] = await look();
    return { name, ok, detail };
  } catch {
    // The error may name hosts and users; the log of the process has it.
    return { name, ok: false, detail: "could not be asked" };
  }
}

async function migrations(db: Queryable): Promise<[boolean, string]> {
  const [row] = await db.query<{ open: number; applied: number }>(sql`
    SELECT count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL)::integer AS open,
      count(*) FILTER (WHERE finished_at IS NOT NULL)::integer AS applied
    FROM _prisma_migrations`);
  const open = row?.open ?? 0;
  const applied = row?.applied ?? 0;
  return [open === 0 && applied > 0, `${applied} applied, ${open} unfinished`];
}

async function dispatcher(db: Queryable): Promise<[boolean, string]> {
  const [row] = await db.query<{ alive: number }>(sql`
    SELECT count(*)::integer AS alive FROM dispatcher_instance
    WHERE seen_at > clock_timestamp() - ${HEARTBEAT_LOST_MS}::integer * interval '1 millisecond'`);
  const alive = row?.alive ?? 0;
  return [alive > 0, `${alive} alive`];
}

async function partitions(db: Queryable): Promise<[boolean, string]> {
  const days = Math.floor(await partitionRunwayDays(db));
  return [days >= RUNWAY_MIN_DAYS, `${days} days ahead`];
}
