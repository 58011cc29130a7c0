import "server-only";
import type { PersonActor } from "@/commands/actor";
import { invalid } from "@/commands/errors";
import type { Database } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { WaitingFor } from "@/modules/bookings/booking";
import type { BookingStatus, ListInput } from "@/modules/bookings/inputs";
import { type BookingAbilities, bookingAbilities } from "@/modules/bookings/policy";
import { isUuid } from "@/values/ids";
import { isUsableInstant } from "@/values/usable-instant";
import { likePattern } from "@/values/like-pattern";
import { visibleTo } from "./scope";

/** One row of a list of bookings. Instants are ISO 8601 UTC; `nextDate` is null when no date lies ahead. */
export interface BookingListItem {
  readonly bookingId: string;
  readonly number: number;
  readonly title: string;
  readonly clientId: string;
  readonly clientName: string;
  readonly venueName: string;
  readonly timeZone: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly needsReapproval: boolean;
  /** An approval pushed through a warning; null for everybody but admins. */
  readonly overridden: boolean | null;
  readonly datesTotal: number;
  readonly datesApproved: number;
  readonly datesUndecided: number;
  readonly firstDate: string | null;
  readonly nextDate: string | null;
  readonly waitingFor: WaitingFor;
  readonly waitingSince: string;
  readonly can: BookingAbilities;
}

export interface BookingPage {
  readonly items: readonly BookingListItem[];
  /** Where the next page begins; null on the last one. */
  readonly nextCursor: string | null;
  /** Exact up to 1,000; `more` when there are more than that. */
  readonly total: { readonly count: number; readonly more: boolean };
}

interface ListRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly venue_name: string | null;
  readonly time_zone: string;
  readonly status: BookingStatus;
  readonly version: number;
  readonly needs_reapproval: boolean;
  readonly overridden: boolean;
  readonly allow_resubmission: boolean | null;
  readonly created_by: string;
  readonly submitted_by: string | null;
  readonly changed_by: readonly string[];
  readonly dates_total: number;
  readonly dates_approved: number;
  readonly dates_undecided: number;
  readonly first_date: Date | null;
  readonly next_date: Date | null;
  readonly waiting_for: WaitingFor;
  readonly waiting_since: Date;
  readonly cursor_key: string;
}

const COUNT_MAX = 1000;

/** Bookings that the reader may see, filtered and sorted, one page. Two statements whatever the page holds. */
export async function listBookings(
  db: Database,
  reader: PersonActor,
  input: ListInput,
): Promise<BookingPage> {
  const filter = filterOf(reader, input);
  const order = ORDERS[input.sort];
  const after = input.cursor === undefined ? sql`true` : order.after(parseCursor(input.cursor, order));
  const [rows, counted] = await Promise.all([
    db.query<ListRow>(sql`
      WITH page AS (
        SELECT b.*, ${order.key}::text AS cursor_key
        FROM booking b JOIN client c ON c.id = b.client_id
        WHERE ${filter} AND ${after}
        ORDER BY ${order.by} LIMIT ${input.limit + 1})
      SELECT b.id, b.number, b.title, b.client_id, c.name AS client_name, l.name AS venue_name, b.time_zone,
        b.status, b.version, b.needs_reapproval, b.override IS NOT NULL AS overridden,
        (b.rejection ->> 'allowResubmission')::boolean AS allow_resubmission, b.created_by, b.submitted_by,
        b.changed_by,
        d.total AS dates_total, d.approved AS dates_approved, d.undecided AS dates_undecided,
        d.first_date, d.next_date, b.waiting_for, b.waiting_since, b.cursor_key
      FROM page b
      JOIN client c ON c.id = b.client_id
      LEFT JOIN booking_venue v ON v.booking_id = b.id AND v.rank = 0
      LEFT JOIN location l ON l.id = v.location_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS total,
          (count(*) FILTER (WHERE status = 'approved'))::int AS approved,
          (count(*) FILTER (WHERE status IN ('undecided', 'proposed')))::int AS undecided,
          min(starts_at) AS first_date,
          min(starts_at) FILTER (WHERE ends_at > now() AND status <> 'declined') AS next_date
        FROM booking_date WHERE booking_id = b.id) d
      ORDER BY ${order.by}`),
    db.query<{ count: number }>(sql`
      SELECT count(*)::int AS count FROM (
        SELECT FROM booking b JOIN client c ON c.id = b.client_id WHERE ${filter} LIMIT ${COUNT_MAX + 1}) AS counted`),
  ]);
  const count = counted[0]?.count ?? 0;
  return {
    items: rows.slice(0, input.limit).map((row) => toItem(row, reader)),
    nextCursor: rows.length > input.limit ? cursorOf(rows[input.limit - 1]) : null,
    total: { count: Math.min(count, COUNT_MAX), more: count > COUNT_MAX },
  };
}

function filterOf(reader: PersonActor, input: ListInput): Sql {
  const own = visibleTo(reader);
  const status = input.status && input.status.length > 0 ? input.status : null;
  return sql`${own}
    AND (${status}::text[] IS NULL OR b.status = ANY (${status}::text[]))
    AND (${input.waitingFor ?? null}::text IS NULL OR b.waiting_for = ${input.waitingFor ?? null})
    AND (${input.clientId ?? null}::uuid IS NULL OR b.client_id = ${input.clientId ?? null}::uuid)
    AND ${dateFilter(input)} AND ${dayFilter(input)} AND ${wordFilter(input.q)}`;
}

function dateFilter({ from, to }: ListInput): Sql {
  if (from === undefined && to === undefined) return sql`true`;
  return sql`EXISTS (SELECT FROM booking_date d WHERE d.booking_id = b.id
    AND d.starts_at >= coalesce(${from ?? null}::timestamptz, '-infinity')
    AND d.starts_at < coalesce(${to ?? null}::timestamptz, 'infinity'))`;
}

/** Days as the venue's calendar has them (domain.md rule 1); `local_start` begins with its day. */
function dayFilter({ fromDay, toDay }: ListInput): Sql {
  if (fromDay === undefined && toDay === undefined) return sql`true`;
  return sql`EXISTS (SELECT FROM booking_date d WHERE d.booking_id = b.id
    AND left(d.local_start, 10) BETWEEN ${fromDay ?? "0000"} AND ${toDay ?? "9999"})`;
}

function wordFilter(q: string | undefined): Sql {
  if (q === undefined || q === "") return sql`true`;
  const code = /^bk-?(\d{1,9})$/i.exec(q)?.[1];
  if (code !== undefined) return sql`b.number = ${Number(code)}`;
  const pattern = likePattern(q);
  // Bare digits may be a number, or a year in a title.
  const number = /^\d{1,9}$/.test(q) ? Number(q) : null;
  return sql`(b.number = ${number}::int OR b.title ILIKE ${pattern} OR c.name ILIKE ${pattern} OR EXISTS (
    SELECT FROM booking_venue v JOIN location l ON l.id = v.location_id
    WHERE v.booking_id = b.id AND l.name ILIKE ${pattern}))`;
}

interface Cursor {
  readonly key: string;
  readonly id: string;
}

interface Order {
  readonly by: Sql;
  /** What the cursor keeps of a row, as text that casts back without loss. */
  readonly key: Sql;
  /** Whether a text can be such a key; a cursor may come from another order, or from anybody. */
  isKey(key: string): boolean;
  after(cursor: Cursor): Sql;
}

const QUEUE_RANK = sql`(CASE b.waiting_for WHEN 'agency' THEN 0 WHEN 'client' THEN 1 ELSE 2 END)`;
const FIRST_AHEAD = sql`(SELECT coalesce(min(d.starts_at), 'infinity') FROM booking_date d
  WHERE d.booking_id = b.id AND d.ends_at > now() AND d.status <> 'declined')`;

const ORDERS: Readonly<Record<ListInput["sort"], Order>> = {
  waiting: {
    by: sql`${QUEUE_RANK}, b.waiting_since, b.id`,
    key: sql`${QUEUE_RANK} || ' ' || b.waiting_since`,
    isKey: (key) => /^[012] /.test(key) && isStoredInstant(splitOnce(key)[1]),
    after: ({ key, id }) => {
      const [rank, since] = splitOnce(key);
      return sql`(${QUEUE_RANK}, b.waiting_since, b.id) > (${rank}::int, ${since}::timestamptz, ${id}::uuid)`;
    },
  },
  number: {
    by: sql`b.number DESC`,
    key: sql`b.number`,
    isKey: (key) => /^\d{1,9}$/.test(key),
    after: ({ key }) => sql`b.number < ${key}::int`,
  },
  updated: {
    by: sql`b.updated_at DESC, b.id DESC`,
    key: sql`b.updated_at`,
    isKey: isStoredInstant,
    after: ({ key, id }) => sql`(b.updated_at, b.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  next_date: {
    by: sql`${FIRST_AHEAD}, b.id`,
    key: FIRST_AHEAD,
    isKey: (key) => key === "infinity" || isStoredInstant(key),
    after: ({ key, id }) => sql`(${FIRST_AHEAD}, b.id) > (${key}::timestamptz, ${id}::uuid)`,
  },
};

/** As the database prints an instant: "2026-11-23 17:48:02.576+00". */
function isStoredInstant(text: string): boolean {
  return isUsableInstant(text.replace(" ", "T").replace(/\+00$/, "Z"));
}

function splitOnce(text: string): [string, string] {
  const at = text.indexOf(" ");
  return [text.slice(0, at), text.slice(at + 1)];
}

function cursorOf(row: ListRow | undefined): string | null {
  return row ? Buffer.from(JSON.stringify([row.cursor_key, row.id])).toString("base64url") : null;
}

function parseCursor(text: string, { isKey }: Order): Cursor {
  const parsed = readJson(Buffer.from(text, "base64url").toString("utf8"));
  const [key, id]: readonly unknown[] = Array.isArray(parsed) && parsed.length === 2 ? parsed : [];
  if (typeof key === "string" && isKey(key) && isUuid(id)) return { key, id };
  throw invalid("This page of the list is not known. Start from the first one.");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toItem(row: ListRow, reader: PersonActor): BookingListItem {
  return {
    bookingId: row.id,
    number: row.number,
    title: row.title,
    clientId: row.client_id,
    clientName: row.client_name,
    venueName: row.venue_name ?? "",
    timeZone: row.time_zone,
    status: row.status,
    version: row.version,
    needsReapproval: row.needs_reapproval,
    overridden: reader.role === "admin" ? row.overridden : null,
    datesTotal: row.dates_total,
    datesApproved: row.dates_approved,
    datesUndecided: row.dates_undecided,
    firstDate: row.first_date?.toISOString() ?? null,
    nextDate: row.next_date?.toISOString() ?? null,
    waitingFor: row.waiting_for,
    waitingSince: row.waiting_since.toISOString(),
    can: bookingAbilities(reader, {
      exists: true,
      clientId: row.client_id,
      createdBy: row.created_by,
      submittedBy: row.submitted_by,
      changedBy: row.changed_by,
      status: row.status,
      allowResubmission: row.allow_resubmission,
    }),
  };
}
