import { createLoader } from "nuqs/server";
import { expect, test } from "vitest";
import { type Radar, radarHref, radarParsers, riskKinds, shownItems, shownKinds } from "./radar-view";

const item = (kind: Radar["items"][number]["kind"]): Radar["items"][number] => ({
  kind,
  id: kind,
  record: "event",
  recordId: "e",
  code: "EV-221",
  title: "Winter market",
  since: "2035-10-14T10:00:00.000Z",
  leftUntil: "2035-10-15T10:00:00.000Z",
  cause: "",
  venue: null,
  window: null,
  owner: null,
  issueId: null,
});
const none: Radar["counts"] = {
  critical_issue: 0,
  not_started: 0,
  not_completed: 0,
  venue_unconfirmed: 0,
  tasks_overdue: 0,
  no_manager: 0,
  decision_overdue: 0,
};
const radar: Radar = {
  items: [item("no_manager"), item("critical_issue")],
  counts: { ...none, no_manager: 1, critical_issue: 1 },
  isCut: false,
};

test("the address says which kind of risk is shown", () => {
  const load = createLoader(radarParsers);
  for (const risk of [null, ...riskKinds]) {
    expect(load(new URL(radarHref(risk), "http://muster.test"))).toEqual({ risk });
  }
});

test("one kind shows its own lines, and none shows all", () => {
  expect(shownItems(radar, "critical_issue").map(({ kind }) => kind)).toEqual(["critical_issue"]);
  expect(shownItems(radar, null)).toEqual(radar.items);
});

test("only kinds that there is something of have a tab, and the one that is open", () => {
  expect(shownKinds(radar, null)).toEqual(["critical_issue", "no_manager"]);
  expect(shownKinds(radar, "not_started")).toEqual(["critical_issue", "not_started", "no_manager"]);
});
