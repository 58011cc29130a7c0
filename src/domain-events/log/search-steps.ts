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
  entityIds,
  correlationId,
  delivery,
}: LogSearch): boolean {
  if (entityIds !== undefined || correlationId !== undefined) return false;
  // Several types lie side by side in the index: together they are in no order.
  if (types !== undefined && types.length > 1) return false;
  const conditions = [types, actorId, source].filter((one) => one !== undefined);
  return conditions.length === 0 || (conditions.length === 1 && delivery === undefined);
}

/**
 * The search cut into parts that follow one another backwards in time, each many times as long as the one before.
 *
 * A filter that no index keeps in order is answered by reading all that it leaves of a stretch of time. What is
 * frequent fills its page from the last hours; what is rare is little to read, however long the stretch.
 */
export function stepsOf(search: LogSearch): readonly LogSearch[] {
  const { correlationId, delivery } = search;
  const isByDelivery = delivery !== undefined && !isByReceipt(delivery);
  // A chain is short, and so is a list of deliveries that are not done.
  if (isInOrder(search) || correlationId !== undefined || isByDelivery) return [search];
  const endMs = endOf(search);
  const fromMs = Date.parse(search.from);
  const bounds = [...STEP_HOURS.map((hours) => endMs - hours * HOUR_MS).filter((ms) => ms > fromMs), fromMs];
  return bounds.map((boundMs, index) => {
    const before = bounds[index - 1];
    return {
      ...search,
      from: new Date(boundMs).toISOString(),
      ...(before !== undefined && { to: new Date(before).toISOString() }),
    };
  });
}

/** Where the first step begins: at the cursor, or at the end of the range. */
function endOf({ cursor, to }: LogSearch): number {
  return Math.min(
    Date.parse(to),
    cursor === undefined ? Number.POSITIVE_INFINITY : Date.parse(cursor.recordedAt),
  );
}
