import type { Candidate, Commitment, Shift } from "@/modules/staffing/fit/shapes";
import { clientId, testId } from "./actors";

const bryantPark = { latitude: 40.7536, longitude: -73.9832 };

/** A shift of four hours in New York, on a Wednesday in autumn; its clocks are four hours behind UTC. */
export function shift(changes: Partial<Shift> = {}): Shift {
  return {
    eventId: testId(7, 1),
    role: "Host",
    clientId,
    startsAt: "2035-10-10T14:00:00.000Z",
    endsAt: "2035-10-10T18:00:00.000Z",
    locationId: testId(3, 1),
    position: bryantPark,
    timeZone: "America/New_York",
    country: "",
    ...changes,
  };
}

/** Somebody who can have that shift, with nothing for or against them. */
export function candidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    userId: testId(2, 21),
    name: "Ada",
    isActive: true,
    timeZone: "America/New_York",
    skills: [{ role: "Host", validFrom: null, validUntil: null }],
    papers: [],
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" })),
    exceptions: [],
    commitments: [],
    home: null,
    pay: null,
    preference: null,
    past: [],
    ...changes,
  };
}

/** A shift that they have taken: two hours at the same venue, after the other one. */
export function commitment(changes: Partial<Commitment> = {}): Commitment {
  return {
    assignmentId: testId(8, 1),
    eventId: testId(7, 2),
    code: "EV-221",
    title: "Winter market",
    startsAt: "2035-10-10T18:00:00.000Z",
    endsAt: "2035-10-10T20:00:00.000Z",
    locationId: testId(3, 1),
    position: bryantPark,
    timeZone: "America/New_York",
    country: "",
    ...changes,
  };
}
