import {
  approveHoursInput,
  askCheckInInput,
  checkInInput,
  checkOutInput,
  correctHoursInput,
  crewInput,
  reportNoShowInput,
  timesheetInput,
} from "@/modules/staffing/inputs/attendance";
import { attendance, hours } from "@/modules/staffing/module";
import { arrivalsOf } from "@/modules/staffing/queries/arrivals";
import { crewOfEvent } from "@/modules/staffing/queries/crew";
import { codeOfEvent } from "@/modules/staffing/queries/event-code";
import { timesheet } from "@/modules/staffing/queries/timesheet";
import { endFeed, feedOf, makeFeed } from "@/server/calendar-feed/feed";
import { checkIn, shownCode } from "@/server/check-in";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** Who came to their shifts, and for how long: the part of `staffing` that begins on the day. */
export const attendanceProcedures = {
  crew: permitted("staffing.crew")
    .input(crewInput)
    .query(({ ctx, input }) => crewOfEvent(ctx.database, ctx.actor, input.eventId)),
  eventCode: permitted("staffing.eventCode")
    .input(crewInput)
    .query(async ({ ctx, input }) => shownCode(await codeOfEvent(ctx.database, ctx.actor, input.eventId))),
  arrivals: permitted("staffing.arrivals").query(({ ctx }) => arrivalsOf(ctx.database, ctx.actor)),
  timesheet: permitted("staffing.timesheet")
    .input(timesheetInput)
    .query(({ ctx, input }) => timesheet(ctx.database, ctx.actor, input)),
  checkIn: permitted("staffing.checkIn")
    .input(keyed(checkInInput))
    .mutation(({ ctx, input }) => checkIn(ctx, input)),
  askCheckIn: permitted("staffing.askCheckIn")
    .input(keyed(askCheckInInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, attendance, { type: "askCheckIn", ...wish }, idempotencyKey),
    ),
  checkOut: permitted("staffing.checkOut")
    .input(keyed(checkOutInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, attendance, { type: "checkOut", ...wish }, idempotencyKey),
    ),
  reportNoShow: permitted("staffing.reportNoShow")
    .input(keyed(reportNoShowInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, attendance, { type: "reportNoShow", ...wish }, idempotencyKey),
    ),
  correctHours: permitted("staffing.correctHours")
    .input(keyed(correctHoursInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, attendance, { type: "correctHours", ...wish }, idempotencyKey),
    ),
  approveHours: permitted("staffing.approveHours")
    .input(keyed(approveHoursInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, hours, { type: "approveHours", ...wish }, idempotencyKey),
    ),
  calendarFeed: permitted("staffing.calendarFeed").query(({ ctx }) =>
    feedOf(ctx.database, ctx.signedIn.personId),
  ),
  makeCalendarFeed: permitted("staffing.makeCalendarFeed").mutation(({ ctx }) =>
    makeFeed(ctx.database, ctx.signedIn.personId),
  ),
  endCalendarFeed: permitted("staffing.endCalendarFeed").mutation(({ ctx }) =>
    endFeed(ctx.database, ctx.signedIn.personId),
  ),
};
