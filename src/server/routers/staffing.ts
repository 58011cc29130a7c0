import {
  acceptInput,
  createAssignmentInput,
  joinStandbyInput,
  offerInput,
  rejectInput,
  withdrawInput,
} from "@/modules/staffing/inputs";
import {
  assignmentByIdInput,
  boardInput,
  conflictsInput,
  previewMoveInput,
  staffOfEventInput,
} from "@/modules/staffing/inputs/board";
import { rosters, shifts, standbyLists } from "@/modules/staffing/module";
import { staffingBoard } from "@/modules/staffing/queries/board";
import { staffingConflicts } from "@/modules/staffing/queries/conflicts";
import { assignmentById, myAssignments } from "@/modules/staffing/queries/my-assignments";
import { previewMove, previewShiftRelease } from "@/modules/staffing/queries/previews";
import { staffOfEvent } from "@/modules/staffing/queries/staff-of-event";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";
import { attendanceProcedures } from "./attendance";
import { staffingPeople } from "./staffing-people";
import { staffingPlan } from "./staffing-plan";

/** Shifts: who is asked for which, and what they say. */
export const staffingRouter = router({
  ...attendanceProcedures,
  board: permitted("staffing.board")
    .input(boardInput)
    .query(({ ctx, input }) => staffingBoard(ctx.database, input)),
  conflicts: permitted("staffing.conflicts")
    .input(conflictsInput)
    .query(({ ctx, input }) => staffingConflicts(ctx.database, input)),
  listForEvent: permitted("staffing.listForEvent")
    .input(staffOfEventInput)
    .query(({ ctx, input }) => staffOfEvent(ctx.database, ctx.actor, input.eventId)),
  byId: permitted("staffing.byId")
    .input(assignmentByIdInput)
    .query(({ ctx, input }) => assignmentById(ctx.database, ctx.actor, input.assignmentId)),
  myAssignments: permitted("staffing.myAssignments").query(({ ctx }) =>
    myAssignments(ctx.database, ctx.actor),
  ),
  previewMove: permitted("staffing.previewMove")
    .input(previewMoveInput)
    .query(({ ctx, input }) => previewMove(ctx.database, input)),
  previewRelease: permitted("staffing.previewRelease")
    .input(staffOfEventInput)
    .query(({ ctx, input }) => previewShiftRelease(ctx.database, input.eventId)),
  ...staffingPeople,
  ...staffingPlan,
  createAssignment: permitted("staffing.createAssignment")
    .input(keyed(createAssignmentInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, rosters, { type: "createAssignment", ...wish }, idempotencyKey),
    ),
  offer: permitted("staffing.offer")
    .input(keyed(offerInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, rosters, { type: "offer", ...wish }, idempotencyKey),
    ),
  accept: permitted("staffing.accept")
    .input(keyed(acceptInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, shifts, { type: "accept", ...wish }, idempotencyKey),
    ),
  reject: permitted("staffing.reject")
    .input(keyed(rejectInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, shifts, { type: "reject", ...wish }, idempotencyKey),
    ),
  withdraw: permitted("staffing.withdraw")
    .input(keyed(withdrawInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, shifts, { type: "withdraw", ...wish }, idempotencyKey),
    ),
  joinStandby: permitted("staffing.joinStandby")
    .input(keyed(joinStandbyInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, standbyLists, { type: "joinStandby", ...wish }, idempotencyKey),
    ),
});
