import { people } from "./actors";
import { missingId, type ProbesOf } from "./probe";
import { spareAgentId } from "./staffing-rows";
import type { MatrixWorld } from "./world";

type PeopleRow = `staffing.${"candidates" | "person" | "availability" | "setAvailability"}`;

/** Who fits is the business of whoever runs the event; when somebody is free is their own and the desk's. */
export function staffingPeopleProbes(world: MatrixWorld): ProbesOf<PeopleRow> {
  const { slots } = world;
  const free = (more: object) =>
    ({
      kind: "record",
      targets: [
        { name: "the agent", input: { userId: people.agent.id, ...more }, owners: ["agent"] },
        { name: "another agent", input: { userId: spareAgentId, ...more }, owners: [] },
      ],
      missing: { userId: missingId, ...more },
    }) as const;
  return {
    "staffing.candidates": {
      kind: "record",
      targets: [
        { name: "managed", input: { slotId: slots.managed }, owners: ["manager"] },
        { name: "not managed", input: { slotId: slots.other }, owners: [] },
        { name: "foreign", input: { slotId: slots.foreign }, owners: [] },
      ],
      missing: { slotId: missingId },
    },
    "staffing.person": {
      kind: "record",
      targets: [{ name: "the agent", input: { userId: people.agent.id }, owners: [] }],
      missing: { userId: missingId },
    },
    "staffing.availability": free({}),
    "staffing.setAvailability": free({ version: 0, weekly: [], exceptions: [] }),
  };
}

export const fullProfile = {
  phone: "+1 212 555 0100",
  languages: ["en"],
  home: { latitude: 40.7, longitude: -73.9 },
  pay: { rate: 28.5, currency: "USD" },
  skills: [{ role: "Host", validFrom: "2026-01-01", validUntil: "2036-01-01" }],
  papers: [{ kind: "Driving license", validFrom: "2026-01-01", validUntil: "2036-01-01" }],
};

export const fullAvailability = {
  weekly: [{ weekday: 1, from: "09:00", to: "17:00" }],
  exceptions: [
    {
      kind: "off",
      fromDate: "2036-01-01",
      untilDate: "2036-01-02",
      hours: { from: "09:00", to: "12:00" },
      note: "Away.",
    },
  ],
};
