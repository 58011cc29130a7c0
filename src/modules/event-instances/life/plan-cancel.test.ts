import { expect, test } from "vitest";
import { planCancel } from "./plan-cancel";
import { eventLife, preparationTask } from "@/testing/builders/event-life";
import { issueIn } from "@/testing/builders/issues";

test("what is open falls away or stays behind, what is done is not spoken of", () => {
  const plan = planCancel(
    eventLife({
      tasks: [
        preparationTask(1),
        preparationTask(2, { status: "done", doneBy: "system", doneAt: "2026-12-01T10:00:00.000Z" }),
      ],
      venue: { confirmed: true, factId: "f", factAt: "2026-12-01T10:00:00.000Z" },
      issues: [issueIn(1), issueIn(2, { status: "resolved" })],
    }),
  );
  expect(plan).toEqual({
    refusal: null,
    tasksDropped: [{ taskId: preparationTask(1).id, description: "Book a van." }],
    venueExpectsIt: true,
    issuesLeft: 1,
  });
});

test("an event that runs or is over is not cancelled, and the plan says in which state it is", () => {
  for (const status of ["in_progress", "completed", "cancelled"] as const) {
    expect(planCancel(eventLife({ status })).refusal?.details).toMatchObject({
      rule: "wrong_state",
      data: { status },
    });
  }
});
