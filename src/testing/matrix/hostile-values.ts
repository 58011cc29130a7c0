import { testId } from "@/testing/builders/actors";

/** A value by the name under which a failure is reported. */
export type Hostile = readonly [name: string, value: unknown];

const ownKey = (key: string): unknown => JSON.parse(`{"${key}":{"polluted":1}}`);

/** Instead of anything. */
const shapes: readonly Hostile[] = [
  ["null", null],
  ["nothing", undefined],
  ["a number", 7],
  ["an empty text", ""],
  ["an empty object", {}],
  ["a list of null", [null]],
  ["a list of 2,000", Array.from({ length: 2_000 }, () => "x")],
  ["an own __proto__", ownKey("__proto__")],
  ["an operator", { not: null }],
  ["a Date", new Date(0)],
  ["a broken Date", new Date(Number.NaN)],
  ["a bigint", 10n],
];

/** Instead of any text. */
const texts: readonly Hostile[] = [
  ["a NUL", "a\u0000b"],
  ["a lone surrogate", "a\ud800b"],
  ["a blank", " \t "],
  ["more than a fact may hold", "x".repeat(70_000)],
  ["SQL", "'; DROP TABLE booking; --"],
  ["HTML", "<img src=x onerror=alert(1)>"],
  ["wildcards", "%_%_%_%_\\"],
  ["a backslash at the end", "x\\"],
  ["a number", "1e400"],
  ["an id of nothing", testId(99, 1)],
  ["an id of another kind", testId(2, 1)],
];

/** Instead of a text that is a date, a time or a cursor made of one. */
const dates: readonly Hostile[] = [
  ["year 0", "0000-01-01T00:00:00Z"],
  ["year 0, local", "0000-01-01T00:00"],
  ["year 1", "0001-01-01T00:00:00Z"],
  ["year 1, local", "0001-01-01T00:00"],
  ["year 9999", "9999-12-31T23:59:59Z"],
  ["year 9999, beyond its end in UTC", "9999-12-31T23:59:59-12:00"],
  ["year 9999, local", "9999-12-31T23:59"],
  ["year 9999, day", "9999-12-31"],
  ["year 275760", "+275760-09-13T00:00:00Z"],
  ["before year 1 in UTC", "0001-01-01T00:00:00+14:00"],
  ["31 February", "2036-02-31T10:00"],
  ["a gap of New York", "2036-03-09T02:30"],
  ["a gap of New York, with an offset", "2036-03-09T02:30:00-05:00"],
  ["a twice-told time", "2036-11-02T01:30"],
  ["a finer fraction", "2036-01-01T00:00:00.123456789012Z"],
  ["no seconds", "2036-01-01T00:00Z"],
  ["a leap second", "2016-12-31T23:59:60Z"],
  ["a wide offset", "2036-01-01T00:00:00+23:59"],
  ["a day", "2036-01-01"],
  ["the end of time", "infinity"],
  ["now", "now"],
  ["a huge number", "9".repeat(18)],
  ["a negative number", "-1"],
  ["a cursor that is no date", Buffer.from(JSON.stringify(["x y", testId(99, 1)])).toString("base64url")],
  ["a cursor with a NUL", Buffer.from(JSON.stringify(["a\u0000", testId(99, 1)])).toString("base64url")],
  ["a cursor of year 0", Buffer.from(JSON.stringify(["0000-01-01", testId(99, 1)])).toString("base64url")],
  ["a cursor of a huge number", `99999999999999_${testId(99, 1)}`],
];

const numbers: readonly Hostile[] = [
  ["0", 0],
  ["-1", -1],
  ["a fraction", 1.5],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
  ["more than an integer column", 2 ** 31],
  ["less than one", -(2 ** 31) - 1],
  ["more than is exact", 2 ** 53],
  ["1e308", 1e308],
  ["a numeric text", "5"],
];

const DATELIKE = /^\d{4}-\d{2}|^\d+(_|$)|^WyI/;

/** What may be put where this value stands. */
export function hostileTo(value: unknown): readonly Hostile[] {
  if (typeof value === "number") return [...shapes, ...numbers];
  if (typeof value === "string") return [...shapes, ...texts, ...(DATELIKE.test(value) ? dates : [])];
  return shapes;
}

/** Every place in an input, as the keys that lead there. */
export function placesIn(
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  const inside = Array.isArray(value)
    ? value.flatMap((item: unknown, index) => placesIn(item, [...at, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, item]) => placesIn(item, [...at, key]))
      : [];
  return at.length === 0 ? inside : [at, ...inside];
}

export function valueAt(value: unknown, place: readonly (string | number)[]): unknown {
  return place.reduce<unknown>((inner, key) => Reflect.get(inner as object, key), value);
}

/** A copy in which this place holds something else; `undefined` removes it. */
export function withValue(value: unknown, place: readonly (string | number)[], next: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return next;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? withValue(item, rest, next) : item));
  const entries = Object.entries(value as object).flatMap(([name, item]) => {
    if (name !== key) return [[name, item] as const];
    const changed = withValue(item, rest, next);
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return Object.fromEntries(entries);
}
