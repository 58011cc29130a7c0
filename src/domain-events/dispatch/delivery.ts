import type { Sql } from "@/db/sql";
import { sql } from "@/db/sql";
import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { HandlerName } from "@/domain-events/routing";

/** One handler's duty for one fact, claimed by this process. */
export interface Delivery {
  readonly handler: HandlerName;
  readonly orderKey: string;
  readonly position: string;
  readonly run: number;
  readonly eventId: string;
  readonly type: string;
  readonly category: string;
  readonly recordedAt: Date;
  /** `YYYY-MM-DD`. */
  readonly expiresOn: string;
  /** The fence: whoever holds another token, or none, changes nothing. */
  readonly token: string;
  /** Where the row lies; moves when the lease is renewed. */
  place: string;
  /** Starts before this claim. */
  attempts: number;
  readonly failures: number;
  readonly crashes: number;
  readonly suspect: boolean;
  readonly firstStartedAt: Date | null;
  /** False on a replay that must not reach beyond the database. */
  readonly sideEffects: boolean;
  /** True once the start of a suspect was marked, which counted it. */
  startMarked: boolean;
}

/** True for a further run of a fact that an operator asked for. */
export function isReplay({ run }: Pick<Delivery, "run">): boolean {
  return run > 0;
}

/** The fact as this run's handler gets it: a replay is marked in its metadata, the log's own row never is. */
export function asRun(event: DomainEvent, one: Pick<Delivery, "run">): DomainEvent {
  return isReplay(one) ? { ...event, metadata: { ...event.metadata, replay: true } } : event;
}

/** Columns of the deliveries as parallel lists, for `unnest`. */
export function keyLists(deliveries: readonly Delivery[]) {
  return {
    handlers: deliveries.map((one) => one.handler),
    orderKeys: deliveries.map((one) => one.orderKey),
    positions: deliveries.map((one) => one.position),
    runs: deliveries.map((one) => one.run),
    tokens: deliveries.map((one) => one.token),
  };
}

/** The number that this try gets. */
export function attemptNumber(delivery: Delivery): number {
  return delivery.attempts + (delivery.startMarked ? 0 : 1);
}

/** Gives leases back without counting anything, for others to claim. */
export function releaseStatement(deliveries: readonly Delivery[]): Sql {
  const keys = keyLists(deliveries);
  return sql`
    UPDATE event_delivery AS d SET lease_token = NULL, lease_until = NULL, leased_by = NULL
    FROM unnest(${keys.handlers}::text[], ${keys.orderKeys}::text[], ${keys.positions}::bigint[],
      ${keys.runs}::integer[], ${keys.tokens}::uuid[]) AS k (handler, order_key, position, run, token)
    WHERE d.handler = k.handler AND d.order_key = k.order_key AND d.position = k.position AND d.run = k.run
      AND d.lease_token = k.token`;
}
