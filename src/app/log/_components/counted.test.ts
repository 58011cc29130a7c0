import { expect, test } from "vitest";
import { counted, deliveries, logEntries } from "./counted";

test("counts agree with their word, and one that ends at a bound says so", () => {
  expect(deliveries(1)).toBe("1 delivery");
  expect(deliveries({ count: 1, more: false })).toBe("1 delivery");
  expect(deliveries(0)).toBe("0 deliveries");
  expect(logEntries({ count: 10_000, more: true })).toBe("10\u00A0000+ log entries");
  expect(counted(2, "chain", "chains")).toBe("2 chains");
});
