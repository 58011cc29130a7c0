import {
  acceptInput,
  createAssignmentInput,
  offerInput,
  rejectInput,
  withdrawInput,
} from "@/modules/staffing/inputs";
import { rosters, shifts } from "@/modules/staffing/module";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";
import { attendanceProcedures } from "./attendance";

/** Shifts: who is asked for which, and what they say. */
export const staffingRouter = router({
  ...attendanceProcedures,
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
});
