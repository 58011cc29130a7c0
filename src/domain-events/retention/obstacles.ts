import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { closesAt, firstExpiry, type Leaf, lastExpiry } from "./leaf";

/** Why a partition whose time is over stays for now. */
export type Obstacle =
  /** It can still receive facts: only with a date in the future. */
  | { readonly kind: "still-filling" }
  | { readonly kind: "not-expired"; readonly until: string }
  /** Not handled to the end; parked deliveries count. */
  | { readonly kind: "open-deliveries"; readonly count: number }
  | { readonly kind: "holds"; readonly bookingIds: readonly string[] }
  /** Attempts stay for as long as their log entries do. */
  | { readonly kind: "entries-remain"; readonly leaf: string };

/** Holds named at most. */
const HOLDS_NAMED_MAX = 20;
const SCAN_TIMEOUT_MS = 300_000;

/** What keeps a partition; empty when it can go. Reads it through once where its rows are to be checked. */
export async function obstaclesOf(
  db: Database,
  leaf: Leaf,
  given: {
    readonly asOf: string;
    readonly now: Date;
    readonly attached: readonly Leaf[];
    /** False takes the bounds of the partition for granted. */
    readonly checkRows: boolean;
  },
): Promise<readonly Obstacle[]> {
  if (closesAt(leaf) > given.now) return [{ kind: "still-filling" }];
  if (leaf.category === null) {
    const remaining = entriesBehind(leaf, given.attached);
    return [
      ...(remaining ? [{ kind: "entries-remain", leaf: remaining.leaf } as const] : []),
      ...(await openDeliveries(db, leaf)),
    ];
  }
  const [unexpired, open, holds] = await Promise.all([
    given.checkRows ? notExpired(db, leaf, given.asOf) : [],
    openDeliveries(db, leaf),
    holdsInto(db, leaf),
  ]);
  return [...unexpired, ...open, ...holds];
}

function entriesBehind(attempts: Leaf, attached: readonly Leaf[]): Leaf | undefined {
  return attached.find(
    (leaf) =>
      leaf.category !== null &&
      firstExpiry(leaf) <= lastExpiry(attempts) &&
      lastExpiry(leaf) >= firstExpiry(attempts),
  );
}

/** The bounds say that all has expired; the rows decide. */
async function notExpired(db: Database, leaf: Leaf, asOf: string): Promise<readonly Obstacle[]> {
  const [row] = await db.transaction(
    (tx) =>
      tx.query<{ until_day: string | null }>(sql`
        SELECT max(expires_on)::text AS until_day FROM event_log
        WHERE category = ${leaf.category} AND recorded_at >= ${leaf.from}::timestamptz
          AND recorded_at < ${leaf.to}::timestamptz AND expires_on > ${asOf}::date`),
    { statementTimeoutMs: SCAN_TIMEOUT_MS },
  );
  const until = row?.until_day ?? null;
  return until === null ? [] : [{ kind: "not-expired", until }];
}

async function openDeliveries(db: Database, leaf: Leaf): Promise<readonly Obstacle[]> {
  const within =
    leaf.category === null
      ? sql`expires_on >= ${firstExpiry(leaf)}::date AND expires_on <= ${lastExpiry(leaf)}::date`
      : sql`category = ${leaf.category} AND recorded_at >= ${leaf.from}::timestamptz
          AND recorded_at < ${leaf.to}::timestamptz`;
  const [row] = await db.query<{ count: number }>(sql`
    SELECT count(*)::integer AS count FROM event_delivery WHERE ${within}`);
  return row && row.count > 0 ? [{ kind: "open-deliveries", count: row.count }] : [];
}

async function holdsInto(db: Database, leaf: Leaf): Promise<readonly Obstacle[]> {
  const rows = await db.query<{ booking_id: string }>(sql`
    SELECT h.booking_id FROM event_hold h
    WHERE h.lifted_at IS NULL AND EXISTS (
      SELECT FROM event_log l
      WHERE l.correlation_id = h.booking_id::text AND l.category = ${leaf.category}
        AND l.recorded_at >= ${leaf.from}::timestamptz AND l.recorded_at < ${leaf.to}::timestamptz)
    LIMIT ${HOLDS_NAMED_MAX}::integer`);
  return rows.length === 0 ? [] : [{ kind: "holds", bookingIds: rows.map((row) => row.booking_id) }];
}

/** For an operator: "3 deliveries into it are still open". */
export function obstacleWords(obstacle: Obstacle): string {
  switch (obstacle.kind) {
    case "still-filling":
      return "log entries can still come into it";
    case "not-expired":
      return `it holds entries that are kept until ${obstacle.until}`;
    case "open-deliveries":
      return obstacle.count === 1
        ? "1 delivery into it is still open or parked"
        : `${obstacle.count} deliveries into it are still open or parked`;
    case "holds":
      return obstacle.bookingIds.length === 1
        ? "1 booking in it is on hold"
        : `${obstacle.bookingIds.length} bookings in it are on hold`;
    case "entries-remain":
      return `its log entries are still there (${obstacle.leaf})`;
    default:
      return neverObstacle(obstacle);
  }
}

function neverObstacle(obstacle: never): never {
  throw new Error(`unknown obstacle ${JSON.stringify(obstacle)}`);
}
