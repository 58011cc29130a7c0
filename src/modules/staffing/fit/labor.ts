import { formatDuration } from "@/values/format-time";
import { windowsOverlap } from "@/values/time-window";
import {
  type Attendance,
  attendances,
  busiest,
  dutyOf,
  freeHours,
  isShift,
  rulesFor,
  spanHours,
} from "./duties";
import type { Blocker, Cause, Commitment, Stay } from "./shapes";

/** One place at a time, time for the way, rest and maximum hours: the strictest of the rules that meet. */

const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;

export function laborBlockers(shift: Stay, commitments: readonly Commitment[]): readonly Blocker[] {
  const clashes = commitments.filter(
    (other) => other.eventId !== shift.eventId && windowsOverlap(shift, other),
  );
  const all = attendances(
    shift,
    commitments.filter((other) => !clashes.includes(other)),
  );
  return [...clashes.map(overlap), ...travelBlockers(all), ...restBlockers(all), ...hoursBlockers(all)];
}

function overlap(commitment: Commitment): Blocker {
  return {
    kind: "overlap",
    sentence: `Is at ${spoken(commitment)} at that time.`,
    cause: causeOf(commitment),
    isOverridable: false,
  };
}

function travelBlockers(all: readonly Attendance[]): readonly Blocker[] {
  return neighbors(all)
    .filter(({ earlier, later }) => freeHours(earlier, later) < 0)
    .map(({ earlier, later, other, isBefore }) => {
      const minutes = Math.floor((later.start - earlier.end) / 60_000);
      return {
        kind: "travel",
        sentence: `Only ${formatDuration(minutes)} for the way ${isBefore ? "from" : "to"} ${spoken(other)}.`,
        cause: causeOf(other),
        isOverridable: true,
      };
    });
}

/** Shifts that make up one working day have to end early enough for the rest to fit into the same 24 hours. */
function restBlockers(all: readonly Attendance[]): readonly Blocker[] {
  const duty = dutyOf(all);
  const { restHours } = rulesFor(duty);
  if (duty.length < 2 || spanHours(duty) <= DAY_HOURS - restHours) return [];
  return neighbors(duty).map(({ earlier, later, other, isBefore }) => {
    const free = formatDuration(Math.max(0, Math.floor(freeHours(earlier, later) * 60)));
    return {
      kind: "rest",
      sentence: `Only ${free} of rest ${isBefore ? "after" : "before"} ${spoken(other)}, ${restHours} h are due.`,
      cause: causeOf(other),
      isOverridable: true,
    };
  });
}

function hoursBlockers(all: readonly Attendance[]): readonly Blocker[] {
  const day = busiest(all, DAY_HOURS);
  const week = busiest(all, WEEK_HOURS);
  const dayMax = rulesFor(day.within).dayHoursMax;
  const weekMax = rulesFor(week.within).weekHoursMax;
  return [
    ...(day.hours > dayMax ? [tooMuch(day.hours, dayMax, "dayHours", "24 hours")] : []),
    ...(week.hours > weekMax ? [tooMuch(week.hours, weekMax, "weekHours", "7 days")] : []),
  ];
}

function tooMuch(hours: number, max: number, rule: "dayHours" | "weekHours", within: string): Blocker {
  const sentence = `Would work ${formatDuration(Math.ceil(hours * 60))} within ${within}, ${max} h at most are allowed.`;
  return { kind: "hours", sentence, cause: { kind: "rule", rule, hours: max }, isOverridable: true };
}

interface Neighbor {
  readonly earlier: Attendance;
  readonly later: Attendance;
  readonly other: Commitment;
  /** The other comes before the shift. */
  readonly isBefore: boolean;
}

/** What comes right before the shift and right after it. */
function neighbors(all: readonly Attendance[]): readonly Neighbor[] {
  const own = all.findIndex(isShift);
  const [before, shift, after] = [all[own - 1], all[own], all[own + 1]];
  const found: Neighbor[] = [];
  if (shift && before?.commitment) {
    found.push({ earlier: before, later: shift, other: before.commitment, isBefore: true });
  }
  if (shift && after?.commitment) {
    found.push({ earlier: shift, later: after, other: after.commitment, isBefore: false });
  }
  return found;
}

function spoken({ code, title }: Commitment): string {
  return `${code} ${title}`;
}

function causeOf({ assignmentId, eventId }: Commitment): Cause {
  return { kind: "assignment", assignmentId, eventId };
}
