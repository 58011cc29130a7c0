import { type EventType, eventTypes } from "./catalog/catalog";

export type HandlerName = "notification" | "workflow" | "reporting";

export interface HandlerTraits {
  /** `transactional` touches only the database; `external` reaches further and is at least once. */
  readonly kind: "transactional" | "external";
  /** Facts of one correlation arrive in order, or in any order. */
  readonly order: "correlation" | "none";
  /** What a dead delivery does to the later ones of its correlation. */
  readonly onDead: "block" | "skip";
}

/** How each handler is run (engine.md, Tables). A workflow that skipped a step would build on sand: it blocks. */
export const handlerTraits = {
  notification: { kind: "transactional", order: "correlation", onDead: "skip" },
  workflow: { kind: "transactional", order: "correlation", onDead: "block" },
  reporting: { kind: "transactional", order: "none", onDead: "skip" },
} as const satisfies Record<HandlerName, HandlerTraits>;

/**
 * Raise when a route is taken away. Only a release with a higher revision closes what an older one registered, so
 * that in a rolling deploy no old process closes a route that a new one has added, or brings back one that is gone.
 */
export const ROUTING_REVISION = 1;

const reportingOnly = ["reporting"] as const;
const notified = ["notification", "reporting"] as const;
const followed = ["workflow", "reporting"] as const;
const notifiedAndFollowed = ["notification", "workflow", "reporting"] as const;

/**
 * Which handlers hear which type: the routing of event-schema.md and the table of event-catalogue.md as data.
 * Reporting hears everything. The workflow also hears whatever touches staff, kits, logistics or venue of an
 * event instance, because readiness is derived again from each of them.
 */
export const routes = {
  BOOKING_CREATED: reportingOnly,
  BOOKING_SUBMITTED: notified,
  BOOKING_APPROVED: notifiedAndFollowed,
  BOOKING_REJECTED: notifiedAndFollowed,
  BOOKING_CHANGES_REQUESTED: notified,
  BOOKING_CANCELLED: notifiedAndFollowed,
  BOOKING_UPDATED: notifiedAndFollowed,
  BOOKING_DATES_DECLINED: notifiedAndFollowed,

  EVENT_INSTANCES_GENERATED: notifiedAndFollowed,
  EVENT_ASSIGNED_TO_MANAGER: notified,
  EVENT_PREPARATION_STARTED: notifiedAndFollowed,
  EVENT_READY: notified,
  EVENT_STARTED: notified,
  EVENT_COMPLETED: notified,
  EVENT_CANCELLED: notifiedAndFollowed,
  EVENT_RESCHEDULED: notifiedAndFollowed,
  EVENT_ISSUE_REPORTED: notifiedAndFollowed,
  EVENT_PREPARATION_TASK_ADDED: followed,
  EVENT_PREPARATION_TASK_COMPLETED: followed,
  EVENT_PREPARATION_TASK_REOPENED: followed,
  EVENT_READINESS_LOST: notified,
  EVENT_ISSUE_ACKNOWLEDGED: reportingOnly,
  EVENT_ISSUE_RESOLVED: followed,
  EVENT_ISSUE_ESCALATED: notified,
  EVENT_ISSUE_MERGED: reportingOnly,
  EVENT_HOLD_PLACED: notified,
  EVENT_HOLD_LIFTED: notified,

  ACTIVITY_CREATED: followed,
  ACTIVITY_ASSIGNED: followed,
  ACTIVITY_STARTED: reportingOnly,
  ACTIVITY_COMPLETED: reportingOnly,
  ACTIVITY_ISSUE_REPORTED: notifiedAndFollowed,
  ACTIVITY_CANCELLED: followed,

  STAFF_ASSIGNMENT_CREATED: followed,
  STAFF_ASSIGNMENT_OFFERED: notifiedAndFollowed,
  STAFF_ASSIGNMENT_ACCEPTED: notifiedAndFollowed,
  STAFF_ASSIGNMENT_REJECTED: notifiedAndFollowed,
  STAFF_CHECKED_IN: notifiedAndFollowed,
  STAFF_CHECKED_OUT: notified,
  STAFF_NO_SHOW: notifiedAndFollowed,
  STAFF_ASSIGNMENT_EXPIRED: notifiedAndFollowed,
  STAFF_ASSIGNMENT_WITHDRAWN: notifiedAndFollowed,
  STAFF_CHECK_IN_ASKED: notified,
  STAFF_HOURS_CORRECTED: notified,
  STAFF_HOURS_APPROVED: reportingOnly,
  STAFF_STANDBY_JOINED: followed,
  STAFF_SLOT_UNFILLED: notified,

  KIT_ASSIGNED_TO_ACTIVITY: followed,
  KIT_PREPARED: followed,
  KIT_CHECKED_OUT: notifiedAndFollowed,
  KIT_RETURNED: notifiedAndFollowed,
  KIT_ISSUE_REPORTED: notifiedAndFollowed,
  KIT_ASSIGNMENT_CANCELLED: followed,
  KIT_SHORTAGE_RAISED: notifiedAndFollowed,
  KIT_SHORTAGE_RESOLVED: followed,
  KIT_ISSUE_RESOLVED: followed,
  KIT_INSPECTED: followed,
  KIT_HANDED_OVER: notified,
  KIT_SWAPPED: notifiedAndFollowed,
  KIT_RETURN_EXPECTED: followed,
  KIT_COMPONENTS_MOVED: followed,
  KIT_QUARANTINED: followed,
  KIT_STOCK_TAKEN: reportingOnly,

  LOCATION_CONFIRMED: followed,
  LOCATION_ISSUE_REPORTED: notifiedAndFollowed,
  LOCATION_CONFIRMATION_REVOKED: notifiedAndFollowed,

  DIRECTORY_RECORD_CREATED: reportingOnly,
  DIRECTORY_RECORD_UPDATED: reportingOnly,
  DIRECTORY_RECORD_ARCHIVED: reportingOnly,

  LOG_DELIVERIES_RETRIED: reportingOnly,
  LOG_DELIVERY_SKIPPED: reportingOnly,
  LOG_REPLAYED: reportingOnly,
  LOG_PARTITION_EXPIRED: reportingOnly,
  LOG_HANDLER_PAUSED: reportingOnly,
  LOG_HANDLER_RESUMED: reportingOnly,
  LOG_HOLD_PLACED: reportingOnly,
  LOG_HOLD_LIFTED: reportingOnly,
  LOG_TEST_SENT: reportingOnly,
  LOG_PERSONAL_DATA_VIEWED: reportingOnly,
} as const satisfies Record<EventType, readonly HandlerName[]>;

/** The types that a handler hears, for its registry to satisfy. */
export type HeardBy<H extends HandlerName> = {
  [T in EventType]: H extends (typeof routes)[T][number] ? T : never;
}[EventType];

/** True when the routes send this type to this handler. */
export function hears(handler: HandlerName, type: EventType): boolean {
  const hearers: readonly HandlerName[] = routes[type];
  return hearers.includes(handler);
}

/** All types that a handler hears, in the order of the catalog. */
export function typesHeardBy(handler: HandlerName): readonly EventType[] {
  return eventTypes.filter((type) => hears(handler, type));
}
