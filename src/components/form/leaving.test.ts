import { expect, test, vi } from "vitest";
import { guardLeaving, leaveBy } from "./leaving";

const leaving = () => ({ go: vi.fn(() => true) });

test("nothing unsaved: one leaves at once", () => {
  const leave = leaving();
  leaveBy(leave);
  expect(leave.go).toHaveBeenCalledOnce();
});

test("the newest form asks, and nobody leaves by themselves", () => {
  const [older, newer, leave] = [vi.fn(), vi.fn(), leaving()];
  const release = [guardLeaving(older), guardLeaving(newer)];
  leaveBy(leave);
  expect(newer).toHaveBeenCalledExactlyOnceWith(leave);
  expect([older, leave.go].map((called) => called.mock.calls.length)).toEqual([0, 0]);
  for (const end of release) end();
});

test("a guard that is taken away twice takes no other along", () => {
  const [ask, other] = [vi.fn(), vi.fn()];
  const [release, releaseOther] = [guardLeaving(ask), guardLeaving(other)];
  release();
  release();
  leaveBy(leaving());
  expect(other).toHaveBeenCalledOnce();
  releaseOther();
});
