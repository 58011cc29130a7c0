import { tracked } from "@trpc/server";
import * as z from "zod";
import { liveChanges } from "@/server/live/changes";
import { liveCursorInput, toTailCursor } from "@/server/live/live-cursor";
import { connectLiveTail } from "@/server/live/stream";
import { permitted, router } from "@/server/procedures";

const changesInput = z
  .strictObject({
    /** Where the page was read; what was committed since is told first. */
    since: liveCursorInput.optional(),
    lastEventId: z.string().max(40).nullish(),
  })
  .optional();

export const liveRouter = router({
  changes: permitted("live.changes")
    .input(changesInput)
    .subscription(async function* ({ ctx, input, signal }) {
      connectLiveTail(ctx.database);
      const reader = { ...ctx.signedIn, clientId: ctx.actor.clientId };
      const changes = liveChanges(ctx.database, reader, {
        signal: signal ?? new AbortController().signal,
        since: toTailCursor(input?.since),
        lastEventId: input?.lastEventId ?? undefined,
      });
      for await (const message of changes) yield tracked(message.position, message);
    }),
});
