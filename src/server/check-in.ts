import "server-only";
import { ruleViolated } from "@/commands/errors";
import type { AttendanceCommandOf } from "@/modules/staffing/attendance/commands";
import { env } from "@/env";
import { attendance } from "@/modules/staffing/module";
import type { ShownCode } from "@/modules/staffing/queries/event-code";
import { command } from "./commands";
import { codeLimit } from "./limits/code-limit";
import type { SignedInContext } from "./procedures";

type CheckIn = Omit<AttendanceCommandOf<"checkIn">, "type"> & {
  readonly idempotencyKey?: string | undefined;
};

/** Checks somebody in; codes can be tried ten times a minute, so that six digits are not found out (S-61). */
export async function checkIn(ctx: SignedInContext, { idempotencyKey, ...wish }: CheckIn) {
  if (wish.code !== undefined) {
    const retryAfterSeconds = await codeLimit(ctx.database).charge(ctx.actor.id, wish.assignmentId);
    if (retryAfterSeconds > 0) {
      throw ruleViolated("too_many_attempts", "Too many codes at once. Wait a minute, or ask the manager.", {
        retryAfterSeconds,
      });
    }
  }
  return command(ctx, attendance, { type: "checkIn", ...wish }, idempotencyKey);
}

/** What the manager's screen shows: the six digits, and what a camera reads, which does nothing by itself (S-60). */
export function shownCode({ token, ...code }: ShownCode) {
  return { ...code, address: `${env().appUrl}/agent/check-in?event=${code.eventId}&code=${token}` };
}
