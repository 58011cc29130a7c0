import { tracked } from "@trpc/server";
import { typeCards } from "@/domain-events/interchange/type-cards";
import { isProduction } from "@/server/is-production";
import { connectLiveTail } from "@/server/live/stream";
import { logEntry, relatedEntries } from "@/server/log-view/entry";
import {
  byIdInput,
  linesInput,
  relatedInput,
  searchInput,
  storyInput,
  suggestInput,
  tailInput,
} from "@/server/log-view/inputs";
import { linesById, searchLog } from "@/server/log-view/search";
import { logStory } from "@/server/log-view/story";
import { suggestions } from "@/server/log-view/suggest";
import { logTail } from "@/server/log-view/tail";
import { readHealth } from "@/server/monitoring/health-view";
import { monitoringInput } from "@/server/monitoring/inputs";
import { permitted, router } from "@/server/procedures";
import * as keeping from "./log-keeping";
import * as steering from "./log-steering";

/** The log as its screens show it: in words, with personal fields masked. */
export const logRouter = router({
  search: permitted("log.search")
    .input(searchInput)
    .query(({ ctx, input }) => searchLog(ctx.database, input, Date.now())),
  lines: permitted("log.lines")
    .input(linesInput)
    .query(({ ctx, input }) => linesById(ctx.database, input, Date.now())),
  tail: permitted("log.tail")
    .input(tailInput)
    .subscription(async function* ({ ctx, input, signal }) {
      connectLiveTail(ctx.database);
      const reader = { ...ctx.signedIn, clientId: ctx.actor.clientId };
      const until = { signal: signal ?? new AbortController().signal, nowMs: Date.now() };
      for await (const message of logTail(ctx.database, reader, input, until)) {
        yield tracked(message.cursor, message);
      }
    }),
  suggest: permitted("log.suggest")
    .input(suggestInput)
    .query(({ ctx, input }) => suggestions(ctx.database, input)),
  byId: permitted("log.byId")
    .input(byIdInput)
    .query(({ ctx, input }) => logEntry(ctx.database, input.id, new Date().toISOString())),
  story: permitted("log.story")
    .input(storyInput)
    .query(({ ctx, input }) => logStory(ctx.database, input, Date.now())),
  related: permitted("log.related")
    .input(relatedInput)
    .query(({ ctx, input }) => relatedEntries(ctx.database, input, new Date().toISOString())),
  monitoring: permitted("log.monitoring")
    .input(monitoringInput)
    .query(({ ctx, input }) => readHealth(ctx.database, input.range)),
  catalogue: permitted("log.catalogue").query(() => ({
    types: typeCards(),
    canSendTest: !isProduction(),
  })),
  deliveries: steering.deliveries,
  parked: steering.parked,
  handlers: steering.handlers,
  retryPreview: steering.retryPreview,
  retry: steering.retry,
  skip: steering.skip,
  replayPreview: steering.replayPreview,
  replay: steering.replay,
  pauseHandler: steering.pauseHandler,
  resumeHandler: steering.resumeHandler,
  sendTest: steering.sendTest,
  unmask: steering.unmask,
  retention: keeping.retention,
  seals: keeping.seals,
  holds: keeping.holds,
  placeHold: keeping.placeHold,
  liftHold: keeping.liftHold,
});
