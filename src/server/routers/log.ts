import { typeCards } from "@/domain-events/interchange/type-cards";
import { logEntry, relatedEntries } from "@/server/log-view/entry";
import { byIdInput, relatedInput, searchInput } from "@/server/log-view/inputs";
import { searchLog } from "@/server/log-view/search";
import { permitted, router } from "@/server/procedures";
import * as steering from "./log-steering";

/** The log as its screens show it: in words, with personal fields masked. */
export const logRouter = router({
  search: permitted("log.search")
    .input(searchInput)
    .query(({ ctx, input }) => searchLog(ctx.database, input, Date.now())),
  byId: permitted("log.byId")
    .input(byIdInput)
    .query(({ ctx, input }) => logEntry(ctx.database, input.id, new Date().toISOString())),
  related: permitted("log.related")
    .input(relatedInput)
    .query(({ ctx, input }) => relatedEntries(ctx.database, input, new Date().toISOString())),
  catalogue: permitted("log.catalogue").query(() => ({ types: typeCards() })),
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
  unmask: steering.unmask,
});
