import "server-only";
import { closeProcessWide, onProcessStop, processWide } from "@/db/process-wide";
import { type Dispatcher, startDispatcher } from "@/domain-events/dispatch/dispatcher";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import { syncPersonalFields } from "@/domain-events/redaction/personal-fields";
import { env } from "@/env";
import { buildHandlers } from "@/handlers/registry";
import { startMailSender } from "@/handlers/notification/mail-sender";
import { archiveFolder } from "./keeping/archive-folder";
import { dispatcherDatabase, ownerDatabase, requestDatabase } from "./databases";
import { resumeImports } from "./imports/runner";
import { announcePeerAddresses } from "./limits/peer-address";
import { log } from "./log";
import { mailTransport } from "./mail/current";

const STOP_MS_MAX = 25_000;

/** Starts the dispatcher with its handlers in this process, once, however often it is called. */
export function startDispatching(): Promise<Dispatcher> {
  return processWide("dispatcher", begin);
}

async function begin(): Promise<Dispatcher> {
  const database = dispatcherDatabase();
  const mail = env().smtpUrl === undefined ? null : mailTransport();
  await syncSubscriptions(database);
  await syncPersonalFields(ownerDatabase());
  const dispatcher = startDispatcher({
    database,
    ownerDatabase: ownerDatabase(),
    archiveFolder: archiveFolder(),
    handlers: buildHandlers({ mail: mail !== null }),
    listenUrl: env().database.directUrl,
    logger: log(),
  });
  onProcessStop("dispatcher", "dispatcher", () => dispatcher.stop());
  if (mail) {
    const sender = startMailSender({ database, send: mail, logger: log() });
    onProcessStop("mail", "dispatcher", () => sender.stop());
  }
  return dispatcher;
}

/**
 * Stops in order on SIGTERM and SIGINT: streams, dispatcher, pools, then the process. After 25 seconds it exits
 * regardless; a hard kill is safe as well, since leases expire.
 */
export function stopOnSignals(): void {
  processWide("stop-on-signals", () => {
    const stop = () => {
      setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
      closeProcessWide().then(
        (failures) => {
          for (const failure of failures) log().warn({ err: failure }, "did not close cleanly");
          process.exit(0);
        },
        () => process.exit(1),
      );
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    return true;
  });
}

/** Closes what this process opened, in the same order, for programs that end by themselves. */
export async function stopEverything(): Promise<void> {
  const failures = await closeProcessWide();
  if (failures.length > 0) throw new AggregateError(failures, "not everything closed cleanly");
}

/** What `instrumentation.ts` runs when the server starts. */
export async function startServer(): Promise<void> {
  stopOnSignals();
  announcePeerAddresses();
  if (env().worker === "inline") await startDispatching();
  // Imports that an earlier process left behind go on by themselves.
  await resumeImports(requestDatabase());
}
