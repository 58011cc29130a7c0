import type { Role, SystemActor } from "@/commands/actor";

/**
 * The authorization matrix: who may call what. The procedures' check, the permissions page and the tests read
 * this one table; each subject's `policy.ts` adds the conditions on state and must agree with it.
 */

/**
 * - `allow`: every record, and what belongs to nobody.
 * - `own`: what is theirs: records of their own client or their own events, their own files, sessions and
 *   messages. A foreign record is `NOT_FOUND`, in lists it is left out.
 * - `deny`: the act is not theirs, whatever the record.
 */
export type Cell = "allow" | "own" | "deny";

export type PermissionRow = Readonly<Record<Role, Cell>>;

const self: PermissionRow = { admin: "own", manager: "own", agent: "own", client: "own" };
const admins: PermissionRow = { admin: "allow", manager: "deny", agent: "deny", client: "deny" };
const importers: PermissionRow = { admin: "own", manager: "deny", agent: "deny", client: "deny" };
const viewKeepers: PermissionRow = { admin: "own", manager: "deny", agent: "deny", client: "deny" };
const bookingReaders: PermissionRow = { admin: "allow", manager: "own", agent: "deny", client: "own" };
const bookingKeepers: PermissionRow = { admin: "allow", manager: "deny", agent: "deny", client: "own" };
const bookingPlanners: PermissionRow = { admin: "allow", manager: "deny", agent: "deny", client: "allow" };
const eventReaders: PermissionRow = { admin: "allow", manager: "own", agent: "deny", client: "own" };
/** Whoever runs an event: its own manager, and the desk. */
const eventRunners: PermissionRow = { admin: "allow", manager: "own", agent: "deny", client: "deny" };
/** Whose shift it is, and whoever runs its event and answers on behalf. */
/** Each plan is whose it is until it is published. */
const planners: PermissionRow = { admin: "own", manager: "deny", agent: "deny", client: "deny" };
const availabilityKeepers: PermissionRow = { admin: "allow", manager: "deny", agent: "own", client: "deny" };
const shiftAnswerers: PermissionRow = { admin: "allow", manager: "own", agent: "own", client: "deny" };
/** One's own shifts: nobody else's, whatever the role. */
const shiftHolders: PermissionRow = { admin: "deny", manager: "deny", agent: "own", client: "deny" };
/** One's own events, whoever has some. */
const eventKeepers: PermissionRow = { admin: "own", manager: "own", agent: "deny", client: "deny" };
/** What one has, and what one's own events and activities use. */
const kitHolders: PermissionRow = { admin: "own", manager: "own", agent: "own", client: "deny" };
const listeners: PermissionRow = { admin: "allow", manager: "own", agent: "own", client: "own" };

export const permissions = {
  "account.me": self,
  "account.sessions": self,
  "account.endSession": self,
  "account.endOtherSessions": self,
  "account.changePassword": self,
  "account.permissions": admins,

  "bookings.list": bookingReaders,
  "bookings.byId": bookingReaders,
  "bookings.timeline": bookingReaders,
  "bookings.create": bookingKeepers,
  "bookings.update": bookingKeepers,
  "bookings.submit": bookingKeepers,
  "bookings.approve": admins,
  "bookings.reject": admins,
  "bookings.requestChanges": admins,
  "bookings.cancel": bookingKeepers,
  "bookings.duplicate": bookingKeepers,
  "bookings.previewRecurrence": bookingPlanners,
  "bookings.previewApproval": admins,
  "bookings.previewCancel": bookingKeepers,
  "bookings.importFile": importers,
  "bookings.importPreview": importers,
  "bookings.import": importers,
  "bookings.importStatus": importers,
  "bookings.importRuns": importers,
  "bookings.importCancel": importers,
  "bookings.importRefused": importers,

  "events.list": eventReaders,
  "events.mine": eventKeepers,
  "events.calendar": eventReaders,
  "events.byId": eventReaders,
  "events.record": eventRunners,
  "events.previewReschedule": admins,
  "events.managerChoices": admins,
  "events.previewCancel": admins,
  "events.previewAssignment": admins,
  "events.choices": admins,
  "events.readiness": admins,
  "events.radar": admins,
  "events.assignManager": admins,
  "events.startPreparation": eventRunners,
  "events.addTask": eventRunners,
  "events.completeTask": eventRunners,
  "events.reopenTask": eventRunners,
  "events.start": eventRunners,
  "events.complete": eventRunners,
  "events.reviseOutcome": eventRunners,
  "events.cancel": admins,
  "events.reschedule": admins,
  "events.previewSwap": admins,
  "events.swapSlots": admins,
  "events.reportIssue": eventRunners,
  "events.acknowledgeIssue": eventRunners,
  "events.resolveIssue": eventRunners,

  "activities.listForEvent": eventRunners,
  "activities.previewRelease": admins,
  "activities.create": eventRunners,
  "activities.start": eventRunners,
  "activities.complete": eventRunners,
  "activities.cancel": eventRunners,
  "activities.reportIssue": eventRunners,

  "staffing.board": admins,
  "staffing.listForEvent": eventRunners,
  "staffing.byId": shiftAnswerers,
  "staffing.myAssignments": self,
  "staffing.previewMove": admins,
  "staffing.previewRelease": admins,
  "staffing.candidates": eventRunners,
  "staffing.person": admins,
  "staffing.availability": availabilityKeepers,
  "staffing.setAvailability": availabilityKeepers,
  "staffing.propose": planners,
  "staffing.plan": planners,
  "staffing.setSeat": planners,
  "staffing.publishPlan": planners,
  "staffing.createAssignment": eventRunners,
  "staffing.offer": eventRunners,
  "staffing.accept": shiftAnswerers,
  "staffing.reject": shiftAnswerers,
  "staffing.withdraw": shiftAnswerers,
  "staffing.joinStandby": shiftAnswerers,
  "staffing.crew": eventRunners,
  "staffing.eventCode": eventRunners,
  "staffing.arrivals": shiftHolders,
  "staffing.timesheet": shiftAnswerers,
  "staffing.checkIn": shiftAnswerers,
  "staffing.askCheckIn": shiftAnswerers,
  "staffing.checkOut": shiftAnswerers,
  "staffing.reportNoShow": eventRunners,
  "staffing.correctHours": eventRunners,
  "staffing.approveHours": eventRunners,
  "staffing.calendarFeed": shiftHolders,
  "staffing.makeCalendarFeed": shiftHolders,
  "staffing.endCalendarFeed": shiftHolders,

  "kits.availability": admins,
  "kits.shortages": admins,
  "kits.board": admins,
  "kits.preparation": admins,
  "kits.forEvent": eventRunners,
  "kits.ways": eventRunners,
  "kits.previewMove": admins,
  "kits.previewRelease": admins,
  "kits.assign": eventRunners,
  "kits.bind": eventRunners,
  "kits.cancelAssignment": eventRunners,
  "kits.resolveShortage": eventRunners,

  "locations.list": eventRunners,
  "locations.byId": eventRunners,
  "locations.forEvent": eventRunners,
  "locations.confirm": eventRunners,
  "locations.revokeConfirmation": eventRunners,
  "locations.reportIssue": eventRunners,

  "kits.list": admins,
  "kits.byId": admins,
  "kits.byCode": admins,
  "kits.places": admins,
  "kits.templates": admins,
  "kits.template": admins,
  "kits.moveComponents": admins,
  "kits.matchTemplate": admins,
  "kits.inspect": admins,
  "kits.quarantine": admins,
  "kits.takeStock": admins,
  "kits.mine": kitHolders,
  "kits.atEvent": eventRunners,
  "kits.scan": eventRunners,
  "kits.prepare": eventRunners,
  "kits.checkOut": eventRunners,
  "kits.handOver": eventRunners,
  "kits.swap": eventRunners,
  "kits.expectReturn": eventRunners,
  "kits.return": eventRunners,
  "kits.reportIssue": shiftAnswerers,
  "kits.resolveIssue": eventRunners,

  "issues.list": eventRunners,
  "issues.byId": eventRunners,

  "directory.choices": bookingKeepers,
  "directory.clients.list": admins,
  "directory.clients.byId": admins,
  "directory.clients.create": admins,
  "directory.clients.update": admins,
  "directory.clients.archive": admins,
  "directory.clients.restore": admins,
  "directory.locations.list": admins,
  "directory.locations.byId": admins,
  "directory.locations.create": admins,
  "directory.locations.update": admins,
  "directory.locations.archive": admins,
  "directory.locations.restore": admins,
  "directory.people.list": admins,
  "directory.people.byId": admins,
  "directory.people.create": admins,
  "directory.people.update": admins,
  "directory.people.archive": admins,
  "directory.people.restore": admins,
  "directory.people.staff": admins,
  "directory.people.profile": admins,
  "directory.people.setProfile": admins,
  "directory.people.setPreference": admins,
  "directory.people.invite": admins,
  "directory.people.endSessions": admins,
  "directory.kitTemplates.list": admins,
  "directory.kitTemplates.byId": admins,
  "directory.kitTemplates.create": admins,
  "directory.kitTemplates.update": admins,
  "directory.kitTemplates.archive": admins,
  "directory.kitTemplates.restore": admins,
  "directory.kitInstances.list": admins,
  "directory.kitInstances.byId": admins,
  "directory.kitInstances.create": admins,
  "directory.kitInstances.update": admins,
  "directory.kitInstances.archive": admins,
  "directory.kitInstances.restore": admins,

  "preparationTemplates.list": admins,
  "preparationTemplates.create": admins,
  "preparationTemplates.update": admins,
  "preparationTemplates.archive": admins,
  "preparationTemplates.restore": admins,

  "log.search": admins,
  "log.lines": admins,
  "log.tail": admins,
  "log.suggest": admins,
  "log.byId": admins,
  "log.related": admins,
  "log.monitoring": admins,
  "log.story": admins,
  "log.catalogue": admins,
  "log.deliveries": admins,
  "log.parked": admins,
  "log.handlers": admins,
  "log.retryPreview": admins,
  "log.retry": admins,
  "log.skip": admins,
  "log.replayPreview": admins,
  "log.replay": admins,
  "log.pauseHandler": admins,
  "log.resumeHandler": admins,
  "log.sendTest": admins,
  "log.unmask": admins,
  "log.retention": admins,
  "log.seals": admins,
  "log.holds": admins,
  "log.placeHold": admins,
  "log.liftHold": admins,

  "notifications.list": self,
  "notifications.unread": self,
  "notifications.markRead": self,

  "reports.overview": admins,
  "reports.kitUtilisation": admins,

  "live.changes": listeners,

  "views.list": viewKeepers,
  "views.save": viewKeepers,
  "views.remove": viewKeepers,
  "views.setDefault": viewKeepers,
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof permissions;

/** Decisions: whoever asked for it, or belongs to the client that did, is denied whatever their role (S-11). */
export const notByAsker: ReadonlySet<Permission> = new Set([
  "bookings.approve",
  "bookings.reject",
  "bookings.requestChanges",
  "bookings.previewApproval",
]);

/** Commands that the system may carry out, by who acts in its name; every other one is denied to it. */
export const systemCommands: Readonly<Record<SystemActor["handler"], readonly string[]>> = {
  workflow: [
    "event-instances.generate",
    "event-instances.settle",
    "event-instances.cancelForBooking",
    "event-instances.deriveReadiness",
    "event-instances.mergeIssue",
    "event-instances.escalateIssue",
    "activities.layOut",
    "activities.releaseForEvent",
    "staffing.expire",
    "staffing.succeed",
    "staffing.moveShifts",
    "staffing.releaseStaff",
    "staffing.withdrawClashing",
    "staffing.assumeCheckOut",
    "kits.layOutKits",
    "kits.releaseKits",
    "kits.moveKits",
    "kits.checkKitNeeds",
  ],
  notification: [],
  reporting: [],
  operator: [
    "directory.create",
    "directory.update",
    "directory.archive",
    "directory.restore",
    "directory.invite",
    "directory.endSessions",
    "directory.setProfile",
    "directory.setAvailability",
    "directory.setPreference",
    "operations.retry",
    "operations.skip",
    "operations.replay",
    "operations.pauseHandler",
    "operations.resumeHandler",
    "operations.viewPersonalData",
    "operations.placeHold",
    "operations.liftHold",
  ],
};

/** True when this role may call the procedure at all; which records it reaches is the policy's question. */
export function mayCall(role: Role, permission: Permission): boolean {
  return permissions[permission][role] !== "deny";
}
