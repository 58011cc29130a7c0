import { bareMoment, counted, type Describers, detail, listed, told } from "./describe-parts";
import type { systemEvents } from "./system";

function deliveries(count: number): string {
  return counted(count, "delivery", "deliveries");
}

function logEntries(count: number): string {
  return counted(count, "log entry", "log entries");
}

/** What operators did to the log, in words; all of it is for the desk. */
export const systemWords: Describers<keyof typeof systemEvents> = {
  LOG_DELIVERIES_RETRIED: ({ handler, count, filter, reason }) =>
    told(
      "rotate-cw",
      "neutral",
      `retried ${deliveries(count)} to ${handler}`,
      detail("Filter", filter, "desk"),
      detail("Reason", reason, "desk"),
    ),
  LOG_DELIVERY_SKIPPED: ({ handler, reason }) =>
    told("skip-forward", "caution", `skipped a delivery to ${handler}`, detail("Reason", reason, "desk")),
  LOG_REPLAYED: ({ handler, from, to, count, sideEffects, reason }, telling) =>
    told(
      "rotate-cw",
      "neutral",
      `replayed ${logEntries(count)} to ${handler}`,
      detail("Range", `${bareMoment(telling, from)} – ${bareMoment(telling, to)}`, "desk"),
      detail("Side effects", sideEffects ? "on" : "off", "desk"),
      detail("Reason", reason, "desk"),
    ),
  LOG_PARTITION_EXPIRED: ({ category, count, reason, archive }) =>
    told(
      "clock",
      "neutral",
      `let ${logEntries(count)} of the category ${category} expire`,
      detail("Archive", archive, "desk"),
      detail("Reason", reason, "desk"),
    ),
  LOG_HANDLER_PAUSED: ({ handler, waiting, reason }) =>
    told(
      "octagon-pause",
      "problem",
      `paused the handler ${handler}`,
      detail("Waiting", deliveries(waiting), "desk"),
      detail("Reason", reason, "desk"),
    ),
  LOG_HANDLER_RESUMED: ({ handler, waiting, reason }) =>
    told(
      "circle-play",
      "good",
      `resumed the handler ${handler}`,
      detail("Waiting", deliveries(waiting), "desk"),
      detail("Reason", reason, "desk"),
    ),
  LOG_HOLD_PLACED: ({ reason }) =>
    told(
      "octagon-pause",
      "caution",
      "put a legal hold on this booking's log entries",
      detail("Reason", reason, "desk"),
    ),
  LOG_HOLD_LIFTED: ({ reason }) =>
    told(
      "circle-play",
      "neutral",
      "lifted the legal hold on this booking's log entries",
      detail("Reason", reason, "desk"),
    ),
  LOG_TEST_SENT: () => told("send", "neutral", "sent a test entry"),
  LOG_PERSONAL_DATA_VIEWED: ({ fields, count, reason }) =>
    told(
      "eye",
      "caution",
      `looked at personal fields of ${logEntries(count)}`,
      detail("Fields", fields.length === 0 ? undefined : listed(fields), "desk"),
      detail("Reason", reason, "desk"),
    ),
};
