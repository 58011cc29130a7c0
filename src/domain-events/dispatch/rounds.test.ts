import { expect, test } from "vitest";
import type { HandlerName } from "@/domain-events/routing";
import { createRounds, type Rounds } from "./rounds";

const NAMES: readonly HandlerName[] = ["notification", "workflow", "reporting"];

/** Claims until nothing is due, over a table in which `keys` of each handler give nothing; how many it took. */
function claims(
  rounds: Rounds,
  keys: Partial<Record<HandlerName, number>>,
  during?: (claim: number) => void,
): number {
  for (let count = 0; ; count += 1) {
    if (!rounds.due) return count;
    if (count === 1_000) throw new Error("never rests");
    const frontiers = new Map<HandlerName, string>();
    for (const [name, after] of rounds.begin()) {
      const end = Number(after) + 500;
      if (end < (keys[name] ?? 0)) frontiers.set(name, String(end));
    }
    during?.(count);
    rounds.end(frontiers, new Set());
  }
}

test("nothing is due before something was announced, nor after one look that found nothing", () => {
  const rounds = createRounds(NAMES);
  expect(rounds.due).toBe(false);
  rounds.announce();
  expect([...rounds.begin().keys()]).toEqual(NAMES);
  rounds.end(new Map(), new Set());
  expect(rounds.due).toBe(false);
});

test.each([
  [{ reporting: 501 }, 2],
  [{ reporting: 10_000 }, 20],
  [{ workflow: 700, reporting: 1_300, notification: 600 }, 3],
])("with %o that cannot be claimed it rests after %i claims", (keys, expected) => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  expect(claims(rounds, keys)).toBe(expected);
});

test("a handler whose round is over is left alone while another goes on", () => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  rounds.begin();
  rounds.end(new Map([["workflow", "key-500"]]), new Set());
  expect([...rounds.begin()]).toEqual([["workflow", "key-500"]]);
});

test("what is announced behind the walk's back gets a second round, and only one", () => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  expect(claims(rounds, { workflow: 1_500 }, (claim) => claim === 1 && rounds.announce())).toBe(3 + 3);
});

test("what is announced while a claim is on its way is looked for after it", () => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  expect(claims(rounds, {}, (claim) => claim === 0 && rounds.announce("workflow"))).toBe(2);
});

test("a handler of which a claim left something is looked at again", () => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  rounds.begin();
  rounds.end(new Map(), new Set<HandlerName>(["workflow"]));
  expect([...rounds.begin().keys()]).toEqual(["workflow"]);
});

test("a claim that failed is made again from the same place", () => {
  const rounds = createRounds(NAMES);
  rounds.announce();
  rounds.begin();
  rounds.end(new Map([["workflow", "key-500"]]), new Set());
  rounds.begin();
  rounds.fail();
  expect([...rounds.begin()]).toEqual([["workflow", "key-500"]]);
});
