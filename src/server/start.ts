import "server-only";
import { randomUUID } from "node:crypto";
import type { Database } from "@/db/database";
import { closeProcessWide, onProcessStop, processWide } from "@/db/process-wide";
import { type Dispatcher, startDispatcher } from "@/domain-events/dispatch/dispatcher";
import { syncSubscriptions } from "@/domain-events/dispatch/subscriptions";
import type { Chore } from "@/domain-events/dispatch/housekeeping";
import { connectWake } from "@/domain-events/dispatch/wake";
import { startMonitor } from "@/domain-events/monitoring/monitor";
import { syncPersonalFields } from "@/domain-events/redaction/personal-fields";
import { env } from "@/env";
import { alarmAnnouncer } from "@/handlers/notification/alarms";
import { buildHandlers } from "@/handlers/registry";
import { startMailSender } from "@/handlers/notification/mail-sender";
import { remindPapers } from "@/handlers/notification/remind-papers";
import { remindKits } from "@/handlers/notification/remind-kits";
import { remindShifts } from "@/handlers/notification/remind-shifts";
import { assumeCheckOuts } from "@/handlers/workflow/assume-check-outs";
import { checkOverdueKits } from "@/handlers/workflow/check-overdue-kits";
import { escalateIssues } from "@/handlers/workflow/escalate-issues";
import { expireOffers } from "@/handlers/workflow/expire-offers";
import { layOutKits } from "@/handlers/workflow/lay-out-kits";
import { archiveFolder } from "./keeping/archive-folder";
import { dispatcherDatabase, ownerDatabase, requestDatabase } from "./databases";
import { resumeImports } from "./imports/runner";
import { drainRequestsOnStop } from "./limits/open-requests";
import { announcePeerAddresses } from "./limits/peer-address";
import { lockSlotWarning } from "./lock-slots";
import { log } from "./log";
import { mailTransport } from "./mail/current";
import { photoStorage } from "./photos/current";
import { purgeUnattached } from "./photos/purge";
import { release } from "./release";
import { openTrpcDoor } from "./trpc-door";

const STOP_MS_MAX = 25_000;

/** Starts the dispatcher with its handlers in this process, once, however often it is called. */
export function startDispatching(): Promise<Dispatcher> {
  return processWide("dispatcher", begin);
}

/** People are reminded to the quarter of an hour. Issues are escalated and offers run out soon after their time; photos that nobody attached go after a day, to the hour. */
const choresOf = (mail: boolean): readonly Chore[] => [
  { name: "assume-check-outs", everyMs: 60_000, run: assumeCheckOuts },
  { name: "check-overdue-kits", everyMs: 60_000, run: checkOverdueKits },
  { name: "escalate-issues", everyMs: 30_000, run: escalateIssues },
  { name: "expire-offers", everyMs: 15_000, run: expireOffers },
  { name: "lay-out-kits", everyMs: 600_000, run: layOutKits },
  { name: "remind-shifts", everyMs: 900_000, run: (database) => remindShifts(database, { mail }) },
  { name: "remind-kits", everyMs: 300_000, run: (database) => remindKits(database, { mail }) },
  { name: "remind-papers", everyMs: 3_600_000, run: (database) => remindPapers(database, { mail }) },
  { name: "purge-photos", everyMs: 3_600_000, run: (database) => purgeUnattached(database, photoStorage()) },
];

async function begin(): Promise<Dispatcher> {
  const database = dispatcherDatabase();
  const mail = env().smtpUrl === undefined ? null : mailTransport();
  await syncSubscriptions(database);
  const warning = await lockSlotWarning(database);
  if (warning !== undefined) log().warn(warning);
  await syncPersonalFields(ownerDatabase());
  const dispatcher = startDispatcher({
    database,
    ownerDatabase: ownerDatabase(),
    archiveFolder: archiveFolder(),
    handlers: buildHandlers({ mail: mail !== null }),
    chores: choresOf(mail !== null),
    listenUrl: env().database.directUrl,
    logger: log(),
    release: release(),
  });
  onProcessStop("dispatcher", "dispatcher", () => dispatcher.stop());
  if (mail) {
    const sender = startMailSender({ database, send: mail, logger: log() });
    onProcessStop("mail", "dispatcher", () => sender.stop());
  }
  startMonitoring(database, dispatcher.id);
  return dispatcher;
}

/** A dispatcher that is just starting elsewhere gets this long to show itself. */
const DISPATCHER_EXPECTED_MS = 60_000;

function startMonitoring(database: Database, holder: string, firstAfterMs?: number): void {
  const monitor = startMonitor({
    database,
    holder,
    announcer: alarmAnnouncer({ mail: env().smtpUrl !== undefined }),
    logger: log(),
    ...(firstAfterMs !== undefined && { firstAfterMs }),
  });
  onProcessStop("monitor", "dispatcher", () => monitor.stop());
}

/**
 * Stops in order on SIGTERM and SIGINT: streams, requests, dispatcher, pools, then the process. After 25 seconds it
 * exits regardless; a hard kill is safe as well, since leases expire. Next's own listeners, which would end the
 * process within milliseconds, are kept away by NEXT_MANUAL_SIG_HANDLE (launch/start.mjs).
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
  drainRequestsOnStop();
  openTrpcDoor();
  if (env().worker === "inline") await startDispatching();
  else {
    onProcessStop("wake", "dispatcher", connectWake(requestDatabase()));
    // Somebody has to notice when no dispatcher is left.
    startMonitoring(requestDatabase(), `pages ${randomUUID()}`, DISPATCHER_EXPECTED_MS);
  }
  // Imports that an earlier process left behind go on by themselves.
  await resumeImports(requestDatabase());
}
