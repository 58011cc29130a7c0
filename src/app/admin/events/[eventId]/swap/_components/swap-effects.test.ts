import { expect, test } from "vitest";
import { effectsOf } from "./swap-effects";

const nothing = {
  tasks: [],
  losesVenueConfirmation: false,
  losesReadiness: false,
  managerClashes: [],
  venueClashes: [],
};

test("nothing that hangs on a date is nothing to say", () => {
  expect(effectsOf(nothing)).toEqual([]);
});

test("what is lost, what moves and what is in the way each have their sentence", () => {
  const task = { taskId: "t", description: "Book a van.", from: "a", to: "b" };
  const clash = { id: "e", number: 230, title: "Winter market", startsAt: "a", endsAt: "b" };
  const half = {
    tasks: [
      { ...task, arrivesOverdue: true },
      { ...task, arrivesOverdue: false },
    ],
    losesVenueConfirmation: true,
    losesReadiness: true,
    managerClashes: [clash],
    venueClashes: [clash],
  };
  expect(effectsOf(half)).toEqual([
    "The venue has to be confirmed again.",
    "It is no longer ready.",
    "The due dates of 2 tasks move along.",
    "1 task is overdue then.",
    "Its manager then also has EV-230 Winter market.",
    "At its venue then is also EV-230 Winter market.",
  ]);
});
