import type { Role } from "@/commands/actor";

/**
 * The authorization matrix: who may call what. The procedures' check, the permissions page and the tests read
 * this one table; each subject's `policy.ts` adds the conditions on state and must agree with it.
 */

/**
 * - `allow`: the reader's own and, for admins, every record.
 * - `own`: records of their own client, their own events or their own shifts; a foreign one is `NOT_FOUND`.
 * - `deny`: the act is not theirs, whatever the record.
 */
export type Cell = "allow" | "own" | "deny";

export type PermissionRow = Readonly<Record<Role, Cell>>;

const everyone: PermissionRow = { admin: "allow", manager: "allow", agent: "allow", client: "allow" };
const self: PermissionRow = { admin: "own", manager: "own", agent: "own", client: "own" };
const admins: PermissionRow = { admin: "allow", manager: "deny", agent: "deny", client: "deny" };
const bookingReaders: PermissionRow = { admin: "allow", manager: "own", agent: "deny", client: "own" };
const bookingKeepers: PermissionRow = { admin: "allow", manager: "deny", agent: "deny", client: "own" };
const eventReaders: PermissionRow = { admin: "allow", manager: "own", agent: "deny", client: "own" };

export const permissions = {
  "account.me": everyone,
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
  "bookings.previewRecurrence": bookingKeepers,
  "bookings.previewApproval": admins,
  "bookings.previewCancel": bookingKeepers,
  "bookings.importFile": admins,
  "bookings.importPreview": admins,
  "bookings.import": admins,
  "bookings.importStatus": admins,
  "bookings.importRuns": admins,
  "bookings.importCancel": admins,
  "bookings.importRefused": admins,

  "events.list": eventReaders,
  "events.calendar": eventReaders,
  "events.byId": eventReaders,

  "directory.choices": bookingKeepers,
  "directory.clients.list": admins,
  "directory.clients.byId": admins,
  "directory.clients.create": admins,
  "directory.clients.update": admins,
  "directory.clients.archive": admins,
  "directory.locations.list": admins,
  "directory.locations.byId": admins,
  "directory.locations.create": admins,
  "directory.locations.update": admins,
  "directory.locations.archive": admins,
  "directory.people.list": admins,
  "directory.people.byId": admins,
  "directory.people.create": admins,
  "directory.people.update": admins,
  "directory.people.archive": admins,
  "directory.kitTemplates.list": admins,
  "directory.kitTemplates.byId": admins,
  "directory.kitTemplates.create": admins,
  "directory.kitTemplates.update": admins,
  "directory.kitTemplates.archive": admins,

  "log.search": admins,
  "log.byId": admins,
  "log.related": admins,

  "notifications.list": self,
  "notifications.unread": self,
  "notifications.markRead": self,

  "reports.overview": admins,

  "live.changes": everyone,
} as const satisfies Readonly<Record<string, PermissionRow>>;

export type Permission = keyof typeof permissions;

/** True when this role may call the procedure at all; which records it reaches is the policy's question. */
export function mayCall(role: Role, permission: Permission): boolean {
  return permissions[permission][role] !== "deny";
}
