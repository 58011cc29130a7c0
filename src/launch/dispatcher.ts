import { log } from "@/server/log";
import { startDispatching, stopOnSignals } from "@/server/start";

/** The dispatcher alone: beside the pages in development, or as a worker of its own. Ends on SIGTERM. */
stopOnSignals();
const dispatcher = await startDispatching();
log().info({ dispatcher: dispatcher.id }, "dispatcher started");
