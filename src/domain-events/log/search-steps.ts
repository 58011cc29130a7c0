import type { LogSearch } from "./log-filter";
import { isByReceipt } from "./search-deliveries";

const HOUR_MS = 3_600_000;

/** How far back each step looks, in hours; the last one takes the rest. */
const STEP_HOURS: readonly number[] = [2, 24, 8 * 24, 64 * 24, 512 * 24];

/**
 * True when one index holds what the filter leaves in the order of time: a page is then a walk along it that stops
 * when the page is full, wherever it begins. A category is no condition of its own: it chooses the leaves.
 */
export function isInOrder({
  types,
  actorId,
  source,
  field,
  entityIds,
  correlationId,
  delivery,
}: LogSearch): boolean {
  if (entityIds !== undefined || correlationId !== undefined) return false;
  // Several types lie side by side in the index: together they are in no order.
  if (types !== undefined && types.length > 1) return false;
  const conditions = [types, actorId, source, field].filter((one) => one !== undefined);
  return conditions.length === 0 || (conditions.length === 1 && delivery === undefined);
}

/** True for what one statement answers however long the log: walks, chains, and deliveries that are not done. */
export function isOneStep(search: LogSearch): boolean {
  const { correlationId, delivery } = search;
  const isByDelivery = delivery !== undefined && !isByReceipt(delivery);
  // A chain is short, and so is a list of deliveries that are not done.
  return isInOrder(search) || correlationId !== undefined || isByDelivery;
}

/**
 * The search cut into parts that follow one another in time from where it begins, each many times as long as the one
 * before. Oldest first it begins at `from`, which should then be the time of the first fact there is.
 *
 * A filter that no index keeps in order is answered by reading all that it leaves of a stretch of time. What is
 * frequent fills its page from the first hours; what is rare is little to read, however long the stretch.
 */
export function stepsOf(search: LogSearch): readonly LogSearch[] {
  if (isOneStep(search)) return [search];
  return search.order === "oldest" ? forwards(search) : backwards(search);
}

function backwards(search: LogSearch): readonly LogSearch[] {
  const { cursor, to } = search;
  const endMs = Math.min(Date.parse(to), cursor ? Date.parse(cursor.recordedAt) : Number.POSITIVE_INFINITY);
  const fromMs = Date.parse(search.from);
  const bounds = [...STEP_HOURS.map((hours) => endMs - hours * HOUR_MS).filter((ms) => ms > fromMs), fromMs];
  return bounds.map((boundMs, index) => {
    const before = bounds[index - 1];
    return { ...search, from: isoOf(boundMs), ...(before !== undefined && { to: isoOf(before) }) };
  });
}

function forwards(search: LogSearch): readonly LogSearch[] {
  const { cursor, from } = search;
  const startMs = Math.max(Date.parse(from), cursor ? Date.parse(cursor.recordedAt) : 0);
  const toMs = Date.parse(search.to);
  const bounds = [...STEP_HOURS.map((hours) => startMs + hours * HOUR_MS).filter((ms) => ms < toMs), toMs];
  return bounds.map((boundMs, index) => {
    const before = bounds[index - 1];
    return { ...search, to: isoOf(boundMs), ...(before !== undefined && { from: isoOf(before) }) };
  });
}

function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}
