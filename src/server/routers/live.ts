import { tracked } from "@trpc/server";
import * as z from "zod";
import { connectLiveTail, liveChanges } from "@/server/live/changes";
import { permitted, router } from "@/server/procedures";

const changesInput = z.strictObject({ lastEventId: z.string().max(40).nullish() }).optional();

export const liveRouter = router({
  changes: permitted("live.changes")
    .input(changesInput)
    .subscription(async function* ({ ctx, input, signal }) {
      connectLiveTail(ctx.database);
      const reader = { ...ctx.signedIn, clientId: ctx.actor.clientId };
      const lastEventId = input?.lastEventId ?? undefined;
      const changes = liveChanges(ctx.database, reader, {
        signal: signal ?? new AbortController().signal,
        lastEventId,
      });
      for await (const message of changes) yield tracked(message.position, message);
    }),
});
