import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelInput, rescheduleInput } from "@/modules/event-instances/inputs/life";
import { admin, clientPerson } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { bookingById } from "./detail";

let world: HandledWorld;
let events: ReturnType<typeof livedEvents>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  events = livedEvents(world);
});
afterAll(() => world.close());

const datesSeen = async (eventId: string, actor = clientPerson) => {
  const { booking } = await events.see(eventId);
  return (await bookingById(world.database, actor, booking.id)).dates;
};

test("a date shows where its event was moved to, and one that was called off says so", async () => {
  const [moved, gone] = await events.on("2035-02-03T10:00", "2035-02-10T10:00");
  if (!gone) throw new Error("one event per date");
  const newDate = "2035-02-04T11:00";
  const flags = { reason: "The park is taken.", notifyStaff: false, notifyClient: false };
  const move = rescheduleInput.parse({ ...(await events.seen(moved)), newDate, ...flags });
  await events.run({ type: "reschedule", ...move });
  const cancel = cancelInput.parse({ ...(await events.seen(gone)), reason: "Storm.", notifyClient: false });
  await events.run({ type: "cancel", ...cancel });
  await world.settled();
  expect(await datesSeen(moved)).toMatchObject([
    {
      startsAt: "2035-02-03T15:00:00.000Z",
      event: { eventId: moved, startsAt: "2035-02-04T16:00:00.000Z", status: "scheduled", result: null },
    },
    { status: "approved", event: { eventId: gone, status: "cancelled" } },
  ]);
});

test("a date that took place shows its true times and figures, and no word of the agency's notes", async () => {
  const eventId = await events.recorded("2025-07-01T10:00", 60);
  await events.makeReady(eventId);
  await events.start(eventId);
  await events.complete(eventId, {
    actualStartTime: "2025-07-01T10:04:00-04:00",
    actualEndTime: "2025-07-01T11:10:00-04:00",
    outcomes: { metExpectations: false, metrics: { samples: 12 }, notes: "The team lead was late." },
  });
  for (const actor of [clientPerson, admin]) {
    const dates = await datesSeen(eventId, actor);
    expect(dates[0]?.event).toEqual({
      eventId,
      number: expect.any(Number),
      status: "completed",
      startsAt: "2025-07-01T14:00:00.000Z",
      endsAt: "2025-07-01T15:00:00.000Z",
      result: {
        startedAt: "2025-07-01T14:04:00.000Z",
        endedAt: "2025-07-01T15:10:00.000Z",
        metrics: { samples: 12 },
      },
      can: { reportIssue: true },
    });
  }
});
