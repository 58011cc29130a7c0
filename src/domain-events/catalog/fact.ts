import type { EventType, PayloadOf } from "./catalog";
import type { FactMetadata } from "./envelope";

/** A fact of one type as a decider makes it; id, time, correlation and source are added at append. */
export interface FactOf<T extends EventType> {
  type: T;
  payload: PayloadOf<T>;
  metadata?: FactMetadata;
}

/** What a decider returns: a union that narrows by `type`. */
export type Fact = { [T in EventType]: FactOf<T> }[EventType];

type UndefinedIfOptional<V, K extends keyof V> = Partial<Pick<V, K>> extends Pick<V, K> ? undefined : never;

/** The same shape, but optional fields may be spelled out as `undefined` and lists may be readonly. */
export type Spelled<V> = V extends readonly (infer Element)[]
  ? readonly Spelled<Element>[]
  : V extends object
    ? { readonly [K in keyof V]: Spelled<V[K]> | UndefinedIfOptional<V, K> }
    : V;

/**
 * One fact for a decider to return. Optional fields that are `undefined` are left out, as JSON would leave
 * them out. Nothing is validated here: the append does that.
 */
export function fact<T extends EventType>(
  type: T,
  payload: Spelled<PayloadOf<T>>,
  metadata?: Spelled<FactMetadata>,
): FactOf<T> {
  const bare: FactOf<T> = { type, payload: withoutUndefined<PayloadOf<T>>(payload) };
  return metadata === undefined ? bare : { ...bare, metadata: withoutUndefined<FactMetadata>(metadata) };
}

function withoutUndefined<V>(value: Spelled<V>): V;
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => withoutUndefined(element));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .map(([key, field]) => [key, withoutUndefined<unknown>(field)]),
  );
}
