import * as z from "zod";
import {
  approveInput,
  cancelInput,
  createInput,
  duplicateInput,
  listInput,
  previewRecurrenceInput,
  rejectInput,
  requestChangesInput,
  submitInput,
  updateInput,
} from "@/modules/bookings/inputs";
import { bookings } from "@/modules/bookings/module";
import { bookingById } from "@/modules/bookings/queries/detail";
import { listBookings } from "@/modules/bookings/queries/list";
import { previewApproval, previewCancel, previewRecurrence } from "@/modules/bookings/queries/previews";
import { bookingTimeline } from "@/modules/bookings/queries/timeline";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";
import { idSchema } from "@/values/ids";
import { importProcedures } from "./imports";

const byId = z.strictObject({ bookingId: idSchema });
const timelineInput = byId.extend({ eventId: idSchema.optional(), before: z.string().max(40).optional() });

/** A copy answers with the new booking, so its command names the original. */
export const bookingsRouter = router({
  list: permitted("bookings.list")
    .input(listInput)
    .query(({ ctx, input }) => listBookings(ctx.database, ctx.actor, input)),
  byId: permitted("bookings.byId")
    .input(byId)
    .query(({ ctx, input }) => bookingById(ctx.database, ctx.actor, input.bookingId)),
  timeline: permitted("bookings.timeline")
    .input(timelineInput)
    .query(({ ctx, input }) => bookingTimeline(ctx.database, ctx.actor, input)),

  previewRecurrence: permitted("bookings.previewRecurrence")
    .input(previewRecurrenceInput)
    .query(({ ctx, input }) => previewRecurrence(ctx.database, input)),
  previewApproval: permitted("bookings.previewApproval")
    .input(byId)
    .query(({ ctx, input }) => previewApproval(ctx.database, ctx.actor, input.bookingId)),
  previewCancel: permitted("bookings.previewCancel")
    .input(byId)
    .query(({ ctx, input }) => previewCancel(ctx.database, ctx.actor, input.bookingId)),

  create: permitted("bookings.create")
    .input(keyed(createInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "create", ...wish }, idempotencyKey),
    ),
  update: permitted("bookings.update")
    .input(keyed(updateInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "update", ...wish }, idempotencyKey),
    ),
  submit: permitted("bookings.submit")
    .input(keyed(submitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "submit", ...wish }, idempotencyKey),
    ),
  approve: permitted("bookings.approve")
    .input(keyed(approveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "approve", ...wish }, idempotencyKey),
    ),
  reject: permitted("bookings.reject")
    .input(keyed(rejectInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "reject", ...wish }, idempotencyKey),
    ),
  requestChanges: permitted("bookings.requestChanges")
    .input(keyed(requestChangesInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "requestChanges", ...wish }, idempotencyKey),
    ),
  cancel: permitted("bookings.cancel")
    .input(keyed(cancelInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "cancel", ...wish }, idempotencyKey),
    ),
  duplicate: permitted("bookings.duplicate")
    .input(keyed(duplicateInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, bookings, { type: "duplicate", ...wish }, idempotencyKey),
    ),

  ...importProcedures,
});
