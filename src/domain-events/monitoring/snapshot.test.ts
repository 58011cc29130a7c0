import fc from "fast-check";
import { expect, test } from "vitest";
import { type CountingStep, nextStep, RESTORED } from "./snapshot";

test("a quiet moment: everything handed out since the last turn", () => {
  expect(nextStep("10:10:", "15:15:", 1000)).toEqual({
    from: "10",
    to: "15",
    late: [],
    next: "15:15:",
    isCaughtUp: true,
  });
});

test("an open transaction is left for later and holds nobody up", () => {
  expect(nextStep("10:10:", "12:20:12,17", 1000)).toMatchObject({ to: "20", next: "12:20:12,17" });
  expect(nextStep("12:20:12,17", "17:22:17", 1000)).toMatchObject({
    from: "20",
    to: "22",
    late: ["12", "17"],
    next: "17:22:17",
  });
});

test("a long way is gone in steps", () => {
  expect(nextStep("10:10:", "30:40:30,38", 25)).toMatchObject({
    to: "35",
    next: "30:35:30",
    isCaughtUp: false,
  });
  expect(nextStep("10:10:", "30:40:30,38", 5)).toMatchObject({ to: "15", next: "15:15:" });
});

test("numbers that went backwards mean another cluster", () => {
  expect(nextStep("5000:5000:", "700:720:700", 1000)).toBe(RESTORED);
});

/** A history: each transaction commits or aborts at some moment after it began; snapshots are taken in between. */
const histories = fc
  .array(fc.record({ lasts: fc.nat(12), aborts: fc.boolean() }), { minLength: 1, maxLength: 40 })
  .chain((transactions) =>
    fc.record({
      transactions: fc.constant(transactions),
      moments: fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 15 }),
      widthMax: fc.integer({ min: 1, max: 50 }),
    }),
  );

test("every committed transaction is counted once, however turns and commits interleave", () => {
  fc.assert(
    fc.property(histories, ({ transactions, moments, widthMax }) => {
      const ends = transactions.map(({ lasts }, index) => index + 1 + lasts);
      const counted = new Map<number, number>();
      const count = (xid: number, moment: number) => {
        const index = xid - 10;
        const one = transactions[index];
        const isOver = (ends[index] ?? Infinity) <= moment;
        if (one && isOver && !one.aborts) counted.set(xid, (counted.get(xid) ?? 0) + 1);
      };
      let state = "10:10:";
      for (const moment of [...moments.sort((a, b) => a - b), 1000, 1000, 1000, 1000, 1000, 1000]) {
        const begun = transactions.map((_, index) => index).filter((index) => index < moment);
        const open = begun.filter((index) => (ends[index] ?? 0) > moment).map((index) => index + 10);
        const xmax = 10 + begun.length;
        const present = `${open[0] ?? xmax}:${xmax}:${open.join(",")}`;
        let step: CountingStep;
        do {
          const found = nextStep(state, present, widthMax);
          if (found === RESTORED) throw new Error("numbers only grow here");
          step = found;
          for (let xid = Number(step.from); xid < Number(step.to); xid += 1) count(xid, moment);
          for (const xid of step.late) count(Number(xid), moment);
          state = step.next;
        } while (!step.isCaughtUp);
      }
      const committed = transactions.flatMap(({ aborts }, index) => (aborts ? [] : [index + 10]));
      expect([...counted].sort(([a], [b]) => a - b)).toEqual(committed.map((xid) => [xid, 1]));
    }),
  );
});
