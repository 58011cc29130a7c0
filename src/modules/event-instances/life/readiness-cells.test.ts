import { expect, test } from "vitest";
import { nothingPlanned } from "./needs";
import { type CellGrounds, readinessCells } from "./readiness-cells";

const NOW = "2035-10-14T12:00:00.000Z";
const past = "2035-10-14T11:00:00.000Z";
const ahead = "2035-10-15T12:00:00.000Z";
const event = (change: Partial<CellGrounds> = {}): CellGrounds => ({
  status: "preparing",
  startsAt: "2035-10-20T12:00:00.000Z",
  tasks: [],
  venue: null,
  venueIssue: null,
  ...change,
});
const open = (kind: "logistics" | "venue" | "staff", dueAt: string) =>
  ({ kind, status: "open", dueAt, doneAt: null, evidence: null }) as const;
const done = { kind: "logistics", status: "done", dueAt: past, doneAt: past, evidence: "a fact" } as const;
const standing = { confirmed: true, factId: "another fact", factAt: past };

const cell = (part: string, grounds: CellGrounds, needs = nothingPlanned) =>
  readinessCells(grounds, needs, NOW).find((one) => one.part === part);

test("what nobody asked for is neither there nor missing", () => {
  expect(cell("staff", event())).toMatchObject({ state: "none", needed: 0, text: "No staff asked for." });
  expect(cell("kits", event())).toMatchObject({ state: "none" });
  expect(cell("logistics", event())).toMatchObject({ state: "none", text: "No logistics tasks." });
});

test("before the preparation begins nobody knows what its logistics will be", () => {
  const text = "The preparation has not begun.";
  expect(cell("logistics", event({ status: "assigned" }))).toMatchObject({ state: "waiting", text });
});

test("a cell counts what is there and says when the oldest of what is missing is due", () => {
  const tasks = [done, open("logistics", "2035-10-16T12:00:00.000Z"), open("logistics", ahead)];
  expect(cell("logistics", event({ tasks }))).toEqual({
    part: "logistics",
    state: "open",
    met: 1,
    needed: 3,
    text: "1 of 3 logistics tasks done.",
    dueAt: ahead,
    saidAt: past,
  });
  expect(cell("logistics", event({ tasks: [done] }))).toMatchObject({ state: "met", dueAt: null });
});

test("what is missing and was due is overdue", () => {
  const tasks = [open("logistics", ahead), open("logistics", past), open("venue", ahead)];
  expect(cell("logistics", event({ tasks }))).toMatchObject({ state: "overdue", dueAt: past });
  expect(cell("venue", event({ tasks }))).toMatchObject({ state: "open", dueAt: ahead });
  const needs = { ...nothingPlanned, staff: { needed: 4, met: 3, against: [], evidence: null } };
  expect(cell("staff", event({ tasks: [open("staff", NOW)] }), needs)).toMatchObject({
    state: "overdue",
    met: 3,
    needed: 4,
  });
});

test("a venue that is not confirmed is overdue from 72 hours before the start", () => {
  const state = (startsAt: string) => cell("venue", event({ startsAt }))?.state;
  expect(state("2035-10-17T12:00:00.001Z")).toBe("open");
  expect(state("2035-10-17T12:00:00.000Z")).toBe("overdue");
});

test("rule 46: a confirmation that is gone is lost, not merely missing", () => {
  expect(cell("venue", event({ venue: standing }))).toMatchObject({ state: "met", met: 1, saidAt: past });
  const venue = { ...standing, confirmed: false };
  expect(cell("venue", event({ venue }))).toMatchObject({
    state: "lost",
    met: 0,
    text: "The venue is no longer confirmed.",
  });
});
