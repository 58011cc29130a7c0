import { expect, test } from "vitest";
import type { Figures, Instance } from "./figures";
import type { Account, OpenDeliveries } from "./sample";
import { readings } from "./readings";
import type { AlarmName } from "./thresholds";

const now = new Date("2026-11-27T12:00:00.000Z");
const ago = (ms: number) => new Date(+now - ms);

const instance: Instance = {
  id: "a",
  host: "one.example",
  pid: 7,
  release: "r1",
  startedAt: ago(60_000),
  seenAt: now,
  isAlive: true,
  listening: true,
  clockOffsetMs: 3,
};
const open: OpenDeliveries = {
  handler: "workflow",
  type: "BOOKING_APPROVED",
  due: 0,
  later: 0,
  running: 0,
  expiredLeases: 0,
  parked: 0,
  oldestDueAt: null,
};
const account: Account = { handler: "workflow", owed: 10, settled: 7, waiting: 2, parked: 1 };

const unsealed = (lagMs: number) => ({ oldestUnsealedAt: ago(lagMs).toISOString(), lagMs, lastBlock: 7 });

function figures(given: Partial<Figures> & { open?: Partial<OpenDeliveries>; account?: Partial<Account> }) {
  const base: Figures = {
    now,
    countedAt: now,
    sample: {
      sampledAt: now,
      deliveries: [{ ...open, ...given.open }],
      accounts: [{ ...account, ...given.account }],
    },
    handlers: [{ handler: "workflow", pausedAt: null }],
    recent: [{ handler: "workflow", done: 100, failed: 1, dead: 0 }],
    reconciled: { ranAt: now, found: 0, filledEver: 0, foundAt: null },
    instances: [instance],
    sealing: { oldestUnsealedAt: null, lagMs: 0, lastBlock: 7 },
    runwayDays: 400,
    transactions: [],
    hotTable: { live: 0, dead: 0 },
  };
  return { ...base, ...given };
}

const broken = (given: Parameters<typeof figures>[0]) =>
  readings(figures(given)).filter((one) => one.isBroken);

test("a log in good health breaks no limit, and each threshold says what it measures", () => {
  expect(broken({})).toEqual([]);
  expect(new Set(readings(figures({})).map((one) => one.alarm)).size).toBe(11);
});

const cases: readonly [AlarmName, string, Parameters<typeof figures>[0], Parameters<typeof figures>[0]][] = [
  [
    "no-dispatcher",
    "",
    { instances: [{ ...instance, isAlive: false }] },
    { instances: [{ ...instance, isAlive: false }, instance] },
  ],
  [
    "backlog",
    "workflow",
    { open: { due: 3, oldestDueAt: ago(300_001).toISOString() } },
    { open: { due: 3, oldestDueAt: ago(299_000).toISOString() } },
  ],
  ["parked", "workflow", { open: { parked: 1 } }, { open: { later: 1 } }],
  [
    "errors",
    "workflow",
    { recent: [{ handler: "workflow", done: 90, failed: 5, dead: 5 }] },
    { recent: [{ handler: "workflow", done: 5, failed: 10, dead: 0 }] },
  ],
  [
    "holes",
    "",
    { reconciled: { ranAt: now, found: 2, filledEver: 2, foundAt: now } },
    { reconciled: { ranAt: now, found: 0, filledEver: 2, foundAt: ago(1) } },
  ],
  ["unaccounted", "workflow", { account: { settled: 6 } }, { account: { settled: 7 } }],
  ["unaccounted", "workflow", { account: { settled: 9 } }, { account: { settled: 8, parked: 0 } }],
  ["sealing", "", { sealing: unsealed(300_001) }, { sealing: unsealed(300_000) }],
  ["runway", "", { runwayDays: 44.9 }, { runwayDays: 45 }],
  [
    "clock",
    "a",
    { instances: [{ ...instance, clockOffsetMs: -600_000 }] },
    { instances: [{ ...instance, clockOffsetMs: 4_000 }] },
  ],
  [
    "transaction",
    "",
    { transactions: [{ pid: 9, role: "someone", application: "psql", openMs: 300_001, idleMs: 300_000 }] },
    { transactions: [{ pid: 9, role: "someone", application: "psql", openMs: 60_000, idleMs: null }] },
  ],
  [
    "measuring",
    "",
    { sample: { sampledAt: ago(60_001), deliveries: [], accounts: [] } },
    { sample: { sampledAt: ago(30_000), deliveries: [], accounts: [] } },
  ],
];

test.each(cases)("%s goes off beyond its limit and not before", (alarm, subject, bad, good) => {
  expect(broken(bad).map((one) => [one.alarm, one.subject])).toEqual([[alarm, subject]]);
  expect(broken(good)).toEqual([]);
});

test("an alarm names its cause", () => {
  const detail = (given: Parameters<typeof figures>[0]) => broken(given)[0]?.detail;
  expect(detail({ open: { parked: 2 } })).toBe("2 deliveries gave up: BOOKING_APPROVED.");
  expect(
    detail({
      open: { due: 1, oldestDueAt: ago(600_000).toISOString() },
      handlers: [{ handler: "workflow", pausedAt: ago(600_000) }],
    }),
  ).toBe("1 delivery is due. The handler is paused.");
  expect(detail({ instances: [{ ...instance, clockOffsetMs: -600_000 }] })).toBe(
    "one.example, process 7: 600 s behind the database.",
  );
  expect(
    detail({ transactions: [{ pid: 9, role: "ops", application: "psql", openMs: 400_000, idleMs: 1 }] }),
  ).toBe("psql (role ops, process 9), idle.");
  expect(detail({ sealing: unsealed(400_000) })).toBe(
    "Block 7 is the last. No dispatcher seals, or it fails: its log says why.",
  );
});

test("seals that lag behind an older open transaction say so", () => {
  const open = { pid: 9, role: "ops", application: "psql", openMs: 400_000, idleMs: null };
  const sealing = readings(figures({ sealing: unsealed(300_001), transactions: [open] })).find(
    ({ alarm }) => alarm === "sealing",
  );
  expect(sealing?.detail).toBe("Block 7 is the last. A transaction that is open for longer holds it up.");
});

test("what waited while nobody was there to do it is no alarm in a dispatcher's first minute", () => {
  const waited = {
    open: { due: 3, oldestDueAt: ago(3_600_000).toISOString() },
    sealing: unsealed(3_600_000),
  };
  const since = (ms: number) => [{ ...instance, startedAt: ago(ms) }];
  expect(broken({ ...waited, instances: since(59_000) })).toEqual([]);
  expect(broken({ ...waited, instances: since(60_000) }).map((one) => one.alarm)).toEqual([
    "backlog",
    "sealing",
  ]);
  const gone = { ...instance, isAlive: false, startedAt: ago(7_200_000) };
  expect(broken({ ...waited, instances: [...since(5_000), gone] })).toEqual([]);
  expect(broken({ ...waited, instances: [...since(5_000), ...since(600_000)] })).toHaveLength(2);
  expect(broken({ ...waited, instances: [gone] }).map((one) => one.alarm)).toContain("backlog");
});
