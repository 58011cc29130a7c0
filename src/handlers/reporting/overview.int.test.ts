import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { approveInput, rejectInput } from "@/modules/bookings/inputs";
import { admin } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { readOverview } from "./queries";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
});
afterAll(() => world.close());

test("without any booking every figure is there and empty", async () => {
  const overview = await readOverview(world.database);
  expect(overview).toMatchObject({
    bookingsByStatus: [],
    waitingForAgency: { count: 0, oldestSince: null },
    decisions: { approved: 0, rejected: 0, changesRequested: 0, medianHours: null },
    events: { next14Days: 0, onHold: 0 },
  });
  expect(overview.submittedPerWeek).toHaveLength(12);
  expect(overview.submittedPerWeek.every((week) => week.count === 0)).toBe(true);
});

test("the figures follow from what happened", async () => {
  const approved = await world.submitted(["2035-06-02T10:00"]);
  const rejected = await world.submitted(["2035-06-09T10:00"]);
  const waiting = await world.submitted(["2035-06-16T10:00"]);
  const eventDates = await world.dates(approved.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...approved, eventDates }) });
  await world.book(admin, {
    type: "reject",
    ...rejectInput.parse({ ...rejected, reason: "No staff", allowResubmission: false }),
  });
  await world.database.execute(sql`
    UPDATE event_instance SET starts_at = now() + interval '3 days', ends_at = now() + interval '4 days',
      hold_reason = 'It waits.' WHERE booking_id = ${approved.bookingId}`);

  const overview = await readOverview(world.database);
  expect(overview.bookingsByStatus).toEqual([
    { status: "approved", count: 1 },
    { status: "rejected", count: 1 },
    { status: "submitted", count: 1 },
  ]);
  const [oldest] = await world.database.query<{ since: Date }>(sql`
    SELECT waiting_since AS since FROM booking WHERE id = ${waiting.bookingId}`);
  expect(overview.waitingForAgency).toEqual({ count: 1, oldestSince: oldest?.since.toISOString() });
  expect(overview.decisions).toMatchObject({ approved: 1, rejected: 1, changesRequested: 0 });
  expect(overview.decisions.medianHours).toBeGreaterThan(0);
  expect(overview.decisions.medianHours).toBeLessThan(1);
  expect(overview.submittedPerWeek.at(-1)?.count).toBe(3);
  expect(overview.events).toEqual({ next14Days: 1, onHold: 1 });
});

test("a figure can be opened down to its facts, each counted once with its dates", async () => {
  const rows = await world.database.query(sql`
    SELECT f.type, f.dates, f.decision_hours IS NOT NULL AS timed, l.id IS NOT NULL AS logged
    FROM report_booking_fact f LEFT JOIN event_log l ON l.id = f.event_id
    ORDER BY f.type, f.occurred_at`);
  const counted = (type: string, dates: number, timed = false) => ({ type, dates, timed, logged: true });
  expect(rows).toEqual([
    counted("BOOKING_APPROVED", 1, true),
    counted("BOOKING_CREATED", 0),
    counted("BOOKING_CREATED", 0),
    counted("BOOKING_CREATED", 0),
    counted("BOOKING_REJECTED", 0, true),
    counted("BOOKING_SUBMITTED", 1),
    counted("BOOKING_SUBMITTED", 1),
    counted("BOOKING_SUBMITTED", 1),
  ]);
});
