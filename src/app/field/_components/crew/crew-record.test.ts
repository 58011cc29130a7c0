import { expect, test } from "vitest";
import { type CrewMember, crewGroups, crewWords } from "./crew-record";

function member(
  name: string,
  presence: CrewMember["presence"],
  change: Partial<CrewMember> = {},
): CrewMember {
  return {
    assignmentId: name,
    person: { id: name, name },
    role: "Host",
    status: presence === "no_show" ? "no_show" : presence === "present" ? "checked_in" : "accepted",
    presence,
    startsAt: "2026-10-31T14:00:00.000Z",
    endsAt: "2026-10-31T22:00:00.000Z",
    isLate: false,
    checkedInAt: null,
    proof: null,
    ask: null,
    checkedOutAt: null,
    breakMinutes: 0,
    hoursWorked: null,
    hoursState: null,
    replaces: null,
    can: { checkIn: true, checkOut: false, reportNoShow: false, correctHours: false, approveHours: false },
    ...change,
  };
}

const ask = { at: "2026-10-31T13:50:00.000Z", method: null, grade: "outside", distanceM: 320 } as const;
const crew = [
  member("Al", "present"),
  member("Bo", "missing"),
  member("Cy", "late", { ask }),
  member("Di", "due"),
  member("Ed", "no_show"),
  member("Flo", "missing"),
];

test("who needs somebody comes first, and nobody stands twice", () => {
  expect(
    crewGroups(crew).map(({ title, members }) => [title, ...members.map(({ person }) => person.name)]),
  ).toEqual([
    ["Ask to be checked in", "Cy"],
    ["Missing", "Bo", "Flo"],
    ["Expected", "Di"],
    ["Here", "Al"],
    ["No-shows", "Ed"],
  ]);
});

test("somebody whose wish was granted asks no more", () => {
  const inside = member("Cy", "present", { ask, can: { ...member("x", "due").can, checkIn: false } });
  expect(crewGroups([inside]).map(({ title }) => title)).toEqual(["Here"]);
});

test("no-shows are not counted among those who are expected", () => {
  expect(crewWords(crew)).toBe("1 of 5 arrived, 2 missing, 1 late");
  expect(crewWords([])).toBe("0 of 0 arrived");
});
