import { expect, test } from "vitest";
import { completionDefaults, toOutcome } from "./completion";

const event = {
  actualStart: "2026-11-01T05:31:20.000Z",
  startsAt: "2026-11-01T05:30:00.000Z",
  timeZone: "America/New_York",
};
const offered = completionDefaults(event, "2026-11-01T11:00:40.000Z");
const said = { met: "yes", notes: "Good.", figures: [{ name: "samples", value: 120 }] } as const;

test("it begins with the recorded start and with now, on the venue's clock", () => {
  expect(offered).toMatchObject({
    startDay: "2026-11-01",
    startTime: "01:31",
    endDay: "2026-11-01",
    endTime: "06:00",
  });
});

test("times left as offered are the server's; a changed one is the venue's clock", () => {
  const fields = { ...offered, ...said, figures: [...said.figures] };
  expect(toOutcome(fields, offered)).toEqual({
    outcomes: { metExpectations: true, metrics: { samples: 120 }, notes: "Good." },
  });
  expect(toOutcome({ ...fields, endTime: "05:45" }, offered)).toMatchObject({
    actualEndTime: "2026-11-01T05:45",
  });
});
