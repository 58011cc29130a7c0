import {
  activitiesForEventInput,
  cancelActivityInput,
  completeActivityInput,
  createActivityInput,
  reportActivityIssueInput,
  startActivityInput,
} from "@/modules/activities/inputs";
import { activities, newActivities } from "@/modules/activities/module";
import { activitiesOfEvent } from "@/modules/activities/queries/activities-of-event";
import { previewRelease } from "@/modules/activities/queries/preview-release";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";

/** The parts of an event. Assigning people to one comes with the subject that knows people's shifts. */
export const activitiesRouter = router({
  listForEvent: permitted("activities.listForEvent")
    .input(activitiesForEventInput)
    .query(({ ctx, input }) => activitiesOfEvent(ctx.database, ctx.actor, input.eventId)),
  previewRelease: permitted("activities.previewRelease")
    .input(activitiesForEventInput)
    .query(({ ctx, input }) => previewRelease(ctx.database, input.eventId)),
  create: permitted("activities.create")
    .input(keyed(createActivityInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, newActivities, { type: "create", ...wish }, idempotencyKey),
    ),
  start: permitted("activities.start")
    .input(keyed(startActivityInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, activities, { type: "start", ...wish }, idempotencyKey),
    ),
  complete: permitted("activities.complete")
    .input(keyed(completeActivityInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, activities, { type: "complete", ...wish }, idempotencyKey),
    ),
  cancel: permitted("activities.cancel")
    .input(keyed(cancelActivityInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, activities, { type: "cancel", ...wish }, idempotencyKey),
    ),
  reportIssue: permitted("activities.reportIssue")
    .input(keyed(reportActivityIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, activities, { type: "reportIssue", ...wish }, idempotencyKey),
    ),
});
