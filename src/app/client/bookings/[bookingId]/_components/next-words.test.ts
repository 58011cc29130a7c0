import { expect, test } from "vitest";
import { nextWords } from "./next-words";

type Dates = Parameters<typeof nextWords>[0]["dates"];

const date = (status: string): Dates[number] => ({
  dateId: status,
  date: "2026-12-05T10:00:00-05:00",
  localStart: "2026-12-05T10:00",
  startsAt: "2026-12-05T15:00:00.000Z",
  endsAt: "2026-12-05T17:00:00.000Z",
  status: "approved",
  clockNote: null,
  reason: null,
  proposedLocalStart: null,
  event: {
    eventId: "e",
    number: 221,
    status,
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
    result: null,
    can: { reportIssue: false },
  },
});

const approved = (dates: Dates) =>
  nextWords({ status: "approved", dates, rejection: null, needsReapproval: false, waitingFor: "nobody" });

test("an approved booking is prepared until each of its dates is over", () => {
  expect(approved([date("completed"), date("ready")])).toMatch(/^The agency prepares/);
  expect(approved([date("completed"), date("cancelled")])).toMatch(/^Every date is over/);
  expect(approved([date("completed"), { ...date("ready"), event: null }])).toMatch(/^The agency prepares/);
});
