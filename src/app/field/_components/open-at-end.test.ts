import { expect, test } from "vitest";
import { issueIn } from "@/testing/builders/issues";
import type { Issue } from "./event-record";
import { openAtEnd } from "./open-at-end";

const issue = (severity: Issue["severity"], status: Issue["status"] = "reported"): Issue => ({
  ...issueIn(1, { id: `${severity}-${status}`, severity, status }),
  reports: [],
});

test("critical issues are named and leave follow-ups; the rest is counted", () => {
  const issues = [
    issue("low"),
    issue("critical", "acknowledged"),
    issue("critical", "resolved"),
    issue("high"),
  ];
  const activities = [
    { status: "in_progress" },
    { status: "planned" },
    { status: "planned" },
    { status: "completed" },
    { status: "cancelled" },
  ] as const;
  expect(openAtEnd({ issues }, activities, ["TEA-01", "TEA-02"])).toEqual({
    sentences: [
      "Critical issue still open: The generator does not start.",
      "Still out: TEA-01, TEA-02",
      "2 other issues are open.",
      "1 activity is still running; results can follow later.",
      "2 activities were never started.",
    ],
    leavesFollowUps: true,
  });
});

test("nothing open, nothing said", () => {
  expect(openAtEnd({ issues: [issue("critical", "resolved")] }, [{ status: "completed" }], [])).toEqual({
    sentences: [],
    leavesFollowUps: false,
  });
});

test("a kit that is out is a follow-up", () => {
  expect(openAtEnd({ issues: [] }, [], ["TEA-01"]).leavesFollowUps).toBe(true);
});
