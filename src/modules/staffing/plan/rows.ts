import { strictest } from "@/modules/staffing/fit/labor-rules";
import { instantMs } from "@/values/civil";
import { areApart } from "./roster";
import type { Choice, RosterProblem, Row, SlotGroup } from "./shapes";

/**
 * What no roster may break, as rows: a group has so many slots, nobody has two groups that exclude each other, and
 * nobody works more in seven days than is allowed. Everything here also holds in truth, so what is proven of the
 * rows is proven of the rosters; what they do not say is found afterwards (`missedRows`). One step after the other,
 * so that a server can do something else between them.
 */
export function* rowsOf(problem: RosterProblem): Generator<readonly Row[]> {
  const { groups, choices, commitments } = problem;
  const cliques = yield* coverOf(groups);
  const spans = groups.map(({ slot }) => spanOf(slot.shift));
  const limits = groups.map(({ slot }) => strictest([slot.shift.country]).weekHoursMax);
  const weeks = weeksOf(spans);
  yield seatRows(problem);
  for (const [person, columns] of placesByPerson(choices)) {
    yield apartRows(choices, columns, cliques);
    const work = columns.flatMap((place): readonly Work[] => {
      const group = choices[place]?.group ?? -1;
      const span = spans[group];
      return span ? [{ place, weekHoursMax: limits[group] ?? 0, ...span }] : [];
    });
    yield weekRows(work, (commitments.get(person) ?? []).map(spanOf), weeks);
  }
}

function placesByPerson(choices: readonly Choice[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  choices.forEach(({ person }, place) => {
    const known = places.get(person);
    if (known) known.push(place);
    else places.set(person, [place]);
  });
  return places;
}

function seatRows({ groups, choices }: RosterProblem): readonly Row[] {
  return groups.flatMap(({ slots }, group) => {
    const columns = choices.flatMap((choice, place) => (choice.group === group ? [place] : []));
    return columns.length > slots.length ? [row(columns, slots.length)] : [];
  });
}

function apartRows(
  choices: readonly Choice[],
  columns: readonly number[],
  cliques: readonly ReadonlySet<number>[],
): readonly Row[] {
  return cliques.flatMap((clique) => {
    const together = columns.filter((place) => clique.has(choices[place]?.group ?? -1));
    return together.length > 1 ? [row(together, 1)] : [];
  });
}

function row(columns: readonly number[], max: number): Row {
  return { columns, coefficients: columns.map(() => 1), max };
}

/** Sets of groups of which all exclude each other, such that every pair which does is in one of them. */
function* coverOf(groups: readonly SlotGroup[]): Generator<readonly Row[], readonly ReadonlySet<number>[]> {
  const apart: boolean[][] = [];
  for (const { slot } of groups) {
    apart.push(groups.map((other) => other.slot !== slot && areApart(slot, other.slot)));
    yield [];
  }
  const excludes = (one: number, other: number) =>
    apart[one]?.[other] === true || apart[other]?.[one] === true;
  const covered = new Set<string>();
  const cliques: ReadonlySet<number>[] = [];
  for (let one = 0; one < groups.length; one++) {
    for (let other = one + 1; other < groups.length; other++) {
      if (!excludes(one, other) || covered.has(`${one} ${other}`)) continue;
      const clique = grown([one, other], groups.length, excludes);
      for (const a of clique) for (const b of clique) covered.add(`${a} ${b}`);
      cliques.push(new Set(clique));
    }
    yield [];
  }
  return cliques;
}

function grown(
  seed: readonly number[],
  count: number,
  excludes: (one: number, other: number) => boolean,
): readonly number[] {
  const clique = [...seed];
  for (let place = 0; place < count; place++) {
    if (!clique.includes(place) && clique.every((member) => excludes(member, place))) clique.push(place);
  }
  return clique;
}

const WEEK_MS = 7 * 86_400_000;
const HOUR_MS = 3_600_000;

/** Milliseconds since 1970, read once: weeks are gone through many times. */
interface Span {
  readonly start: number;
  readonly end: number;
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): Span {
  return { start: instantMs(startsAt), end: instantMs(endsAt) };
}

/** The seven days that begin with a group or end with one: the fullest ones are among them. */
function weeksOf(spans: readonly Span[]): readonly Span[] {
  const starts = spans.flatMap(({ start, end }) => [start, end - WEEK_MS]);
  return [...new Set(starts)].map((start) => ({ start, end: start + WEEK_MS }));
}

/** A choice of one person as its hours count. */
interface Work extends Span {
  readonly place: number;
  readonly weekHoursMax: number;
}

function weekRows(work: readonly Work[], taken: readonly Span[], weeks: readonly Span[]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const week of weeks) {
    const inWeek = work.filter((one) => hoursWithin(one, week) > 0);
    const hours = inWeek.map((one) => hoursWithin(one, week));
    // Which country's limit counts depends on what is chosen, so a row may ask for the mildest alone.
    const limit = Math.max(...inWeek.map((one) => one.weekHoursMax), 0);
    const max = limit - taken.reduce((sum, stay) => sum + hoursWithin(stay, week), 0);
    if (hours.reduce((sum, one) => sum + one, 0) <= max) continue;
    const columns = inWeek.map(({ place }) => place);
    rows.set(`${columns.join(" ")} ${hours.join(" ")} ${max}`, {
      columns,
      coefficients: hours,
      max: Math.max(0, max),
    });
  }
  return [...rows.values()];
}

function hoursWithin(one: Span, week: Span): number {
  return Math.max(0, Math.min(one.end, week.end) - Math.max(one.start, week.start)) / HOUR_MS;
}
