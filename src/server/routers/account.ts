import * as z from "zod";
import { notFound } from "@/commands/errors";
import { changePassword } from "@/server/auth/change-password";
import { endOtherSessions, endSession, listSessions } from "@/server/auth/sessions";
import { permissions } from "@/server/permissions";
import { permitted, router } from "@/server/procedures";
import { idSchema } from "@/values/ids";

export const accountRouter = router({
  me: permitted("account.me").query(({ ctx }) => {
    const { personId, name, email, role, clientId, timeZone } = ctx.signedIn;
    return { personId, name, email, role, clientId, timeZone };
  }),
  sessions: permitted("account.sessions").query(async ({ ctx }) => {
    const sessions = await listSessions(ctx.database, ctx.signedIn.personId);
    return sessions.map((session) => ({ ...session, current: session.id === ctx.signedIn.sessionId }));
  }),
  endSession: permitted("account.endSession")
    .input(z.strictObject({ sessionId: idSchema }))
    .mutation(async ({ ctx, input }) => {
      if (!(await endSession(ctx.database, ctx.signedIn.personId, input.sessionId)))
        throw notFound("session");
      return { ended: 1 };
    }),
  endOtherSessions: permitted("account.endOtherSessions").mutation(async ({ ctx }) => ({
    ended: await endOtherSessions(ctx.database, ctx.signedIn.personId, ctx.signedIn.sessionId),
  })),
  changePassword: permitted("account.changePassword")
    .input(z.strictObject({ currentPassword: z.string().max(128), newPassword: z.string().max(128) }))
    .mutation(async ({ ctx, input }) => ({
      ended: await changePassword(ctx.database, {
        ...input,
        personId: ctx.signedIn.personId,
        sessionId: ctx.signedIn.sessionId,
        personalWords: [ctx.signedIn.email, ctx.signedIn.name],
      }),
    })),
  permissions: permitted("account.permissions").query(() => permissions),
});
