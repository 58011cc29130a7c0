import {
  calendarInput,
  eventByIdInput,
  listEventsInput,
  myEventsInput,
} from "@/modules/event-instances/inputs";
import { previewAssignmentInput, readinessInput } from "@/modules/event-instances/inputs/overviews";
import {
  acknowledgeIssueInput,
  addTaskInput,
  assignManagerInput,
  cancelInput,
  completeInput,
  previewRescheduleInput,
  previewSwapInput,
  reportIssueInput,
  rescheduleInput,
  resolveIssueInput,
  reviseOutcomeInput,
  startInput,
  startPreparationInput,
  swapSlotsInput,
  taskInput,
} from "@/modules/event-instances/inputs/life";
import { boardChoices } from "@/modules/event-instances/queries/board-choices";
import { eventLife, eventSwap } from "@/modules/event-instances/module";
import { eventById } from "@/modules/event-instances/queries/event-by-id";
import { eventCalendar } from "@/modules/event-instances/queries/event-calendar";
import { eventRecord } from "@/modules/event-instances/queries/event-record";
import { listEvents } from "@/modules/event-instances/queries/list-events";
import { managerChoices } from "@/modules/event-instances/queries/manager-choices";
import { myEvents } from "@/modules/event-instances/queries/my-events";
import { previewCancel } from "@/modules/event-instances/queries/preview-cancel";
import { previewAssignment } from "@/modules/event-instances/queries/preview-assignment";
import { previewReschedule } from "@/modules/event-instances/queries/preview-reschedule";
import { readRadar } from "@/modules/event-instances/queries/radar";
import { readinessMatrix } from "@/modules/event-instances/queries/readiness-matrix";
import { previewSwap } from "@/modules/event-instances/queries/preview-swap";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";

export const eventsRouter = router({
  list: permitted("events.list")
    .input(listEventsInput)
    .query(({ ctx, input }) => listEvents(ctx.database, ctx.actor, input)),
  mine: permitted("events.mine")
    .input(myEventsInput)
    .query(({ ctx, input }) => myEvents(ctx.database, ctx.actor, input)),
  calendar: permitted("events.calendar")
    .input(calendarInput)
    .query(({ ctx, input }) => eventCalendar(ctx.database, ctx.actor, input)),
  byId: permitted("events.byId")
    .input(eventByIdInput)
    .query(({ ctx, input }) => eventById(ctx.database, ctx.actor, input.eventId)),
  previewReschedule: permitted("events.previewReschedule")
    .input(previewRescheduleInput)
    .query(({ ctx, input }) => previewReschedule(ctx.database, ctx.actor, input)),
  record: permitted("events.record")
    .input(eventByIdInput)
    .query(({ ctx, input }) => eventRecord(ctx.database, ctx.actor, input.eventId)),
  previewCancel: permitted("events.previewCancel")
    .input(eventByIdInput)
    .query(({ ctx, input }) => previewCancel(ctx.database, ctx.actor, input.eventId)),
  managerChoices: permitted("events.managerChoices")
    .input(eventByIdInput)
    .query(({ ctx, input }) => managerChoices(ctx.database, input.eventId)),
  previewAssignment: permitted("events.previewAssignment")
    .input(previewAssignmentInput)
    .query(({ ctx, input }) => previewAssignment(ctx.database, input)),
  choices: permitted("events.choices").query(({ ctx }) => boardChoices(ctx.database)),
  readiness: permitted("events.readiness")
    .input(readinessInput)
    .query(({ ctx, input }) => readinessMatrix(ctx.database, input)),
  radar: permitted("events.radar").query(({ ctx }) => readRadar(ctx.database)),

  assignManager: permitted("events.assignManager")
    .input(keyed(assignManagerInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "assignManager", ...wish }, idempotencyKey),
    ),
  startPreparation: permitted("events.startPreparation")
    .input(keyed(startPreparationInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "startPreparation", ...wish }, idempotencyKey),
    ),
  addTask: permitted("events.addTask")
    .input(keyed(addTaskInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "addTask", ...wish }, idempotencyKey),
    ),
  completeTask: permitted("events.completeTask")
    .input(keyed(taskInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "completeTask", ...wish }, idempotencyKey),
    ),
  reopenTask: permitted("events.reopenTask")
    .input(keyed(taskInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "reopenTask", ...wish }, idempotencyKey),
    ),
  start: permitted("events.start")
    .input(keyed(startInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "start", ...wish }, idempotencyKey),
    ),
  complete: permitted("events.complete")
    .input(keyed(completeInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "complete", ...wish }, idempotencyKey),
    ),
  reviseOutcome: permitted("events.reviseOutcome")
    .input(keyed(reviseOutcomeInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "reviseOutcome", ...wish }, idempotencyKey),
    ),
  cancel: permitted("events.cancel")
    .input(keyed(cancelInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "cancel", ...wish }, idempotencyKey),
    ),
  reschedule: permitted("events.reschedule")
    .input(keyed(rescheduleInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "reschedule", ...wish }, idempotencyKey),
    ),
  previewSwap: permitted("events.previewSwap")
    .input(previewSwapInput)
    .query(({ ctx, input }) => previewSwap(ctx.database, input)),
  swapSlots: permitted("events.swapSlots")
    .input(keyed(swapSlotsInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventSwap, { type: "swapSlots", ...wish }, idempotencyKey),
    ),
  reportIssue: permitted("events.reportIssue")
    .input(keyed(reportIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "reportIssue", ...wish }, idempotencyKey),
    ),
  acknowledgeIssue: permitted("events.acknowledgeIssue")
    .input(keyed(acknowledgeIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "acknowledgeIssue", ...wish }, idempotencyKey),
    ),
  resolveIssue: permitted("events.resolveIssue")
    .input(keyed(resolveIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, eventLife, { type: "resolveIssue", ...wish }, idempotencyKey),
    ),
});
