import * as z from "zod";
import { listNotifications, unreadCount } from "@/handlers/notification/queries";
import { permitted, router } from "@/server/procedures";
import { markRead } from "@/server/view-state";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";

const readMark = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("ids"), ids: z.array(idSchema).min(1).max(100) }),
  z.strictObject({
    kind: z.literal("subject"),
    type: z.string().min(1).max(50).refine(isKeepable),
    id: z.string().min(1).max(100).refine(isKeepable),
  }),
  z.strictObject({ kind: z.literal("all") }),
]);

export const notificationsRouter = router({
  list: permitted("notifications.list")
    .input(
      z.strictObject({
        cursor: z.string().max(100).optional(),
        /** Which way the browser's list of pages goes; there is only one. */
        direction: z.literal("forward").optional(),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .query(({ ctx, input }) => listNotifications(ctx.database, ctx.signedIn.personId, input)),
  unread: permitted("notifications.unread").query(async ({ ctx }) => ({
    unread: await unreadCount(ctx.database, ctx.signedIn.personId),
  })),
  markRead: permitted("notifications.markRead")
    .input(readMark)
    .mutation(async ({ ctx, input }) => ({
      marked: await markRead(ctx.database, ctx.signedIn.personId, input),
    })),
});
