import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { type TailRow, tailFact } from "@/domain-events/log/tail-rows";
import { pickPlaces } from "@/domain-events/log/search";
import { visibleTo } from "@/server/live/audience";
import { handleTrpc } from "@/server/trpc-endpoint";
import { cookieFor, people, type PersonName, sessionIdOf } from "./actors";
import { bodyOf, origin } from "./call";

/**
 * Opens the live stream as this person, hangs up after its first words and resolves to the ids of the facts that
 * it would tell them of; to the code of the refusal when it opens with one.
 */
export async function hearing(
  db: Queryable,
  actor: PersonName | "anonymous",
): Promise<readonly string[] | string> {
  const refusal = await openingRefusal("live.changes", undefined, cookieFor(actor));
  if (refusal !== null || actor === "anonymous") return refusal ?? "OK";
  const rows = await db.query<TailRow>(sql`
    SELECT id, position, xid::text AS xid_text, type, correlation_id, entity_ids FROM event_log`);
  const { id: personId, role, clientId } = people[actor];
  const reader = { sessionId: sessionIdOf(actor), personId, role, clientId };
  return (await visibleTo(db, reader, rows.map(tailFact))).map((fact) => fact.id);
}

/**
 * Follows the log as this person and resolves to the ids of the entries that its tail would place in their list; to
 * the code of the refusal when it opens with one.
 */
export async function following(
  db: Queryable,
  actor: PersonName | "anonymous",
): Promise<readonly string[] | string> {
  const refusal = await openingRefusal("log.tail", { range: "all" }, cookieFor(actor));
  if (refusal !== null) return refusal;
  const ids = await db.query<{ id: string }>(sql`SELECT id FROM event_log`);
  const places = await pickPlaces(
    db,
    { from: "1970-01-01T00:00:00.000Z", to: new Date(Date.now() + 3_600_000).toISOString() },
    ids.map(({ id }) => id),
  );
  return places.map(({ id }) => id);
}

async function openingRefusal(path: string, input: unknown, cookie: string | null): Promise<string | null> {
  const hangUp = new AbortController();
  const asked = input === undefined ? "" : `?input=${encodeURIComponent(bodyOf(input))}`;
  const response = await handleTrpc(
    new Request(`${origin}/api/trpc/${path}${asked}`, {
      signal: hangUp.signal,
      headers: { accept: "text/event-stream", ...(cookie !== null && { cookie }) },
    }),
  );
  const text = response.body ? await openingWords(response.body.getReader()) : await response.text();
  hangUp.abort();
  return /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? null;
}

const SILENCE_MS = 40;

/** What a stream says until it falls silent or ends. */
async function openingWords(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  let text = "";
  for (;;) {
    const silence = new Promise<null>((resolve) => setTimeout(() => resolve(null), SILENCE_MS));
    const next = await Promise.race([reader.read(), silence]);
    if (next?.value) text += Buffer.from(next.value).toString();
    else return text;
  }
}
