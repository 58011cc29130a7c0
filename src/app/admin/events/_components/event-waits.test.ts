import { expect, test } from "vitest";
import { issueIn } from "@/testing/builders/issues";
import { waitsFor } from "./event-waits";

type Event = Parameters<typeof waitsFor>[0];

const readiness = (["staff", "kits", "logistics", "venue"] as const).map((part) => ({
  part,
  isMet: part === "staff" || part === "kits",
  text: "",
  evidence: null,
}));
const event = (change: Partial<Event>): Event => ({
  status: "preparing",
  onHold: false,
  manager: { id: "m", name: "Mia Manager" },
  readiness,
  booking: { id: "b", number: 12 },
  issues: [],
  ...change,
});
const issue = { ...issueIn(1), reports: [] };

test("it names who is waited for, state by state", () => {
  expect(waitsFor(event({ status: "scheduled", manager: null }))).toBe("Waiting for a field manager");
  expect(waitsFor(event({ status: "assigned" }))).toBe("Waiting for Mia Manager to start the preparation");
  expect(waitsFor(event({}))).toBe("Not ready: logistics and venue");
  expect(waitsFor(event({ status: "in_progress", issues: [issue] }))).toBe(
    "1 issue waits for somebody to take charge",
  );
  expect(waitsFor(event({ status: "ready" }))).toBeNull();
});

test("a hold comes before everything else", () => {
  expect(waitsFor(event({ status: "ready", onHold: true }))).toBe("Waiting for the decision about BK-12");
});
