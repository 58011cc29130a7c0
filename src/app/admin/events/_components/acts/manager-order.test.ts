import { expect, test } from "vitest";
import { conflictWords, inOrder, isOverlapping, type ManagerChoice } from "./manager-order";

const conflict = { eventId: "e", code: "EV-7", title: "Market", localStart: "2035-10-14T07:00" };
const choice = (name: string, conflicts: ManagerChoice["conflicts"] = []): ManagerChoice => ({
  id: name,
  name,
  conflicts,
});
const travel = { ...conflict, kind: "travel", minutesBetween: 30 } as const;
const overlap = { ...conflict, kind: "overlap", minutesBetween: 0 } as const;

test("who is free comes first, who is elsewhere at that time last", () => {
  const order = inOrder([
    choice("Ann", [travel, overlap]),
    choice("Bob", [travel]),
    choice("Cy"),
    choice("Di"),
  ]);
  expect(order.map(({ name }) => name)).toEqual(["Cy", "Di", "Bob", "Ann"]);
});

test("only an overlap takes a reason; a short way is said", () => {
  expect(isOverlapping(choice("Ann", [travel]))).toBe(false);
  expect(isOverlapping(choice("Ann", [travel, overlap]))).toBe(true);
  expect(conflictWords(travel)).toBe("only 30 min between the two, at another venue");
  expect(conflictWords(overlap)).toBe("at the same time");
});
