import type { Figures } from "./figures";
import { unaccounted } from "./sample";
import { type AlarmName, thresholds } from "./thresholds";

/** The present value of one alarm for one subject. */
export interface Reading {
  readonly alarm: AlarmName;
  /** A handler or an instance; empty where it is the whole log. */
  readonly subject: string;
  readonly value: number;
  /** Names the cause, for an operator. */
  readonly detail: string;
  readonly isBroken: boolean;
}

/** Tries in five minutes below which a share of errors says nothing. */
const TRIES_MIN = 20;

/** What each threshold measures at this moment. A threshold that nothing can be said about gives no reading. */
export function readings(figures: Figures): readonly Reading[] {
  return [
    ...dispatchers(figures),
    ...backlogs(figures),
    ...parked(figures),
    ...errors(figures),
    ...holes(figures),
    ...accounts(figures),
    ...sealing(figures),
    ...runway(figures),
    ...clocks(figures),
    ...transactions(figures),
    ...measuring(figures),
  ];
}

/** Milliseconds that a dispatcher has to work off what it finds. A crash loop slower than that still rings. */
const GRACE_MS = 60_000;

/** Age of what waits for a dispatcher: what it found at its start is not held against it for a minute. */
function waiting({ now, instances }: Figures, one: Reading): Reading {
  const alive = instances.filter(({ isAlive }) => isAlive);
  const isFresh = alive.length > 0 && alive.every(({ startedAt }) => +now - +startedAt < GRACE_MS);
  return { ...one, isBroken: one.isBroken && !isFresh };
}

function reading(alarm: AlarmName, subject: string, value: number, detail: string): Reading {
  const { limit, keep } = thresholds[alarm];
  return { alarm, subject, value, detail, isBroken: keep === "at most" ? value > limit : value < limit };
}

function dispatchers({ instances }: Figures): readonly Reading[] {
  const alive = instances.filter((one) => one.isAlive).length;
  const detail = alive === 0 ? "Nothing is handled until one starts." : `${alive} alive.`;
  return [reading("no-dispatcher", "", alive, detail)];
}

function backlogs(figures: Figures): readonly Reading[] {
  const { now, sample, handlers } = figures;
  return handlers.map(({ handler, pausedAt }) => {
    const mine = (sample?.deliveries ?? []).filter((one) => one.handler === handler);
    const due = mine.reduce((sum, one) => sum + one.due, 0);
    const oldest = Math.min(...mine.map((one) => Date.parse(one.oldestDueAt ?? now.toISOString())), +now);
    const paused = pausedAt === null ? "" : " The handler is paused.";
    const detail = `${counted(due, "delivery is", "deliveries are")} due.${paused}`;
    return waiting(figures, reading("backlog", handler, +now - oldest, detail));
  });
}

function parked({ sample, handlers }: Figures): readonly Reading[] {
  return handlers.map(({ handler }) => {
    const mine = (sample?.deliveries ?? []).filter((one) => one.handler === handler);
    const count = mine.reduce((sum, one) => sum + one.parked, 0);
    const types = mine.filter((one) => one.parked > 0).map((one) => one.type);
    const detail =
      count === 0 ? "None." : `${counted(count, "delivery gave", "deliveries gave")} up: ${some(types)}.`;
    return reading("parked", handler, count, detail);
  });
}

function errors({ recent }: Figures): readonly Reading[] {
  return recent.flatMap(({ handler, done, failed, dead }) => {
    const tries = done + failed + dead;
    if (tries < TRIES_MIN) return [];
    const share = ((failed + dead) / tries) * 100;
    return [reading("errors", handler, share, `${failed + dead} of ${tries} tries failed.`)];
  });
}

function holes({ reconciled }: Figures): readonly Reading[] {
  if (reconciled.ranAt === null) return [];
  const detail =
    reconciled.found === 0
      ? "Every fact has its deliveries."
      : `${counted(reconciled.found, "delivery was", "deliveries were")} missing and ${reconciled.found === 1 ? "is" : "are"} there now.`;
  return [reading("holes", "", reconciled.found, detail)];
}

function accounts({ sample }: Figures): readonly Reading[] {
  return (sample?.accounts ?? []).map((account) => {
    const missing = unaccounted(account);
    const detail =
      missing === 0
        ? "All are accounted for."
        : missing > 0
          ? `${missing} neither ended nor are open.`
          : `${-missing} are there without being owed.`;
    return reading("unaccounted", account.handler, Math.abs(missing), detail);
  });
}

function sealing(figures: Figures): readonly Reading[] {
  const {
    sealing: { lagMs, lastBlock },
    transactions: [oldest],
  } = figures;
  if (lagMs === 0) return [reading("sealing", "", 0, "Every entry is sealed.")];
  // Seals wait for every transaction that could still add an earlier entry.
  const cause =
    oldest && oldest.openMs >= lagMs
      ? "A transaction that is open for longer holds it up."
      : "No dispatcher seals, or it fails: its log says why.";
  return [waiting(figures, reading("sealing", "", lagMs, `Block ${lastBlock} is the last. ${cause}`))];
}

function runway({ runwayDays }: Figures): readonly Reading[] {
  const days = Math.floor(runwayDays);
  return [reading("runway", "", days, `The log can be written for ${days} more days.`)];
}

function clocks({ instances }: Figures): readonly Reading[] {
  return instances
    .filter((one) => one.isAlive)
    .map(({ id, host, pid, clockOffsetMs }) => {
      const seconds = Math.round(Math.abs(clockOffsetMs) / 100) / 10;
      const side = clockOffsetMs < 0 ? "behind" : "ahead of";
      return reading(
        "clock",
        id,
        Math.abs(clockOffsetMs),
        `${host}, process ${pid}: ${seconds} s ${side} the database.`,
      );
    });
}

function transactions({ transactions: [oldest] }: Figures): readonly Reading[] {
  if (!oldest) return [reading("transaction", "", 0, "None is open for long.")];
  const doing = oldest.idleMs === null ? "at work" : "idle";
  const { application, role, pid, openMs } = oldest;
  const detail = `${application || "Unnamed session"} (role ${role}, process ${pid}), ${doing}.`;
  return [reading("transaction", "", openMs, detail)];
}

function measuring({ now, sample }: Figures): readonly Reading[] {
  if (!sample) return [];
  return [reading("measuring", "", +now - +sample.sampledAt, "Somebody measures every few seconds.")];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function some(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}
