/** Stretches are half-open, in milliseconds since 1970 (domain.md rule 6). */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

const DAY_MS = 86_400_000;

/** The most that overlap at one moment of each day from `from` on (domain.md rule 36). */
export function peaksByDay(stretches: readonly Stretch[], from: number, days: number): readonly number[] {
  const starts = stretches.map(({ start }) => start).sort((one, other) => one - other);
  const ends = stretches.map(({ end }) => end).sort((one, other) => one - other);
  let [begun, over] = [0, 0];
  const passUntil = (until: number, seen: (level: number) => void) => {
    for (;;) {
      const [start = Infinity, end = Infinity] = [starts[begun], ends[over]];
      if (Math.min(start, end) >= until) return;
      // What ends makes room for what begins at that very moment.
      if (end <= start) over += 1;
      else begun += 1;
      seen(begun - over);
    }
  };
  passUntil(from, () => undefined);
  return Array.from({ length: days }, (_, day) => {
    const dayStart = from + day * DAY_MS;
    while ((ends[over] ?? Infinity) <= dayStart) over += 1;
    let peak = begun - over;
    passUntil(dayStart + DAY_MS, (level) => {
      peak = Math.max(peak, level);
    });
    return peak;
  });
}

/** A need that no certain kit is bound to. */
export interface Wish extends Stretch {
  readonly id: string;
}

/**
 * The wishes that so many kits cannot meet beside what is taken already: each in the order given is granted while
 * the peak during its stretch stays below the capacity.
 */
export function unmetWishes<One extends Wish>(
  wishes: readonly One[],
  taken: readonly Stretch[],
  capacity: number,
): readonly One[] {
  const granted: Stretch[] = [...taken];
  return wishes.filter((wish) => {
    const beside = granted.filter(({ start, end }) => start < wish.end && wish.start < end);
    if (peakOf(beside, wish) >= capacity) return true;
    granted.push(wish);
    return false;
  });
}

/** A peak lies where something begins, or at the start of the stretch. */
function peakOf(stretches: readonly Stretch[], { start: from }: Stretch): number {
  const moments = [from, ...stretches.map(({ start }) => start).filter((start) => start > from)];
  return moments.reduce((peak, moment) => {
    const level = stretches.filter(({ start, end }) => start <= moment && moment < end).length;
    return Math.max(peak, level);
  }, 0);
}
