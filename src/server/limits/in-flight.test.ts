import { expect, test } from "vitest";
import { inFlight } from "./in-flight";

test("an account that is full is refused until somebody leaves", () => {
  const streams = inFlight(2);
  const leave = streams.enter("ana");
  streams.enter("ana");
  expect(streams.enter("ana")).toBeNull();
  leave?.();
  expect(streams.enter("ana")).not.toBeNull();
});

test("leaving twice makes room once", () => {
  const streams = inFlight(2);
  const leave = streams.enter("ana");
  streams.enter("ana");
  leave?.();
  leave?.();
  streams.enter("ana");
  expect(streams.enter("ana")).toBeNull();
});

test("accounts do not crowd each other out", () => {
  const streams = inFlight(1);
  streams.enter("ana");
  expect(streams.enter("ben")).not.toBeNull();
});
