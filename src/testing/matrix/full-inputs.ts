import type { Permission } from "@/server/permissions";
import { clientId, otherClientId, testId } from "@/testing/builders/actors";
import { kitTemplateId, venues } from "@/testing/builders/bookings";
import { teaParts } from "@/testing/builders/kits";
import { people } from "./actors";
import { fullProfile } from "./staffing-people-probes";
import { templateFields, templateId } from "./template-probes";
import { asAdmin, asClient, type FullInput, key } from "./full-input";
import { fullEventInputs } from "./full-event-inputs";
import { fullKitUnitInputs } from "./full-kit-unit-inputs";
import { fullKitNeedInputs } from "./full-kit-need-inputs";
import { fullKitCustodyInputs } from "./full-kit-custody-inputs";
import { fullStaffingInputs } from "./full-staffing-inputs";
import { extraSessions, mapping, type MatrixWorld } from "./world";

const schedule = {
  kind: "recurring",
  recurrence: {
    frequency: "weekly",
    interval: 1,
    weekdays: ["SA"],
    startLocal: "2036-05-03T10:00",
    durationMinutes: 120,
    endDate: "2036-06-30",
    excludeDates: ["2036-05-10"],
    extraDates: ["2036-05-11T10:00"],
  },
} as const;

const content = {
  title: "Spring tour",
  locationIds: [venues.park.id, venues.square.id],
  schedule,
  plan: {
    activities: [
      {
        type: "Sampling",
        description: "Tea for passers-by",
        durationMinutes: 120,
        roles: [{ role: "Brand ambassador", headcount: 2 }],
        kits: [{ kitTemplateId, quantity: 1 }],
      },
    ],
  },
  contact: { name: "Ada", phone: "+1 555 0101", email: "ada@client-a.example" },
  notes: "Bring ice.",
};
const dates = { kind: "dates", dates: [{ localStart: "2036-05-03T10:00", durationMinutes: 60 }] } as const;

const place = {
  name: "A new venue",
  address: "1 Main Street",
  city: "New York",
  country: "USA",
  timeZone: "America/New_York",
  latitude: 40.7,
  longitude: -73.9,
  geofenceRadiusM: 150,
};
const person = {
  name: "Nia New",
  email: "nia@people.example",
  role: "client",
  clientId,
  active: true,
  timeZone: "Europe/Berlin",
};
const kitLine = { name: "Thermos", quantity: 4, usage: "returnable", critical: true };
const kitTemplate = {
  name: "Kit",
  description: "Cups",
  preparationMinutes: 1440,
  turnaroundMinutes: 720,
  lines: [kitLine],
};
const files = {
  mapping: {
    ...mapping,
    columns: { ...mapping.columns, venuePrefix: "title", client: "title", notes: "title", category: "title" },
  },
  clientId: otherClientId,
};
const deliveryFilter = {
  state: "parked",
  errorGroup: "d41d8cd98f00b204e9800998ecf8427e",
  type: "BOOKING_APPROVED",
  from: "2026-01-01T00:00:00Z",
  to: "2036-01-01T00:00:00Z",
};
const emptyRange = {
  from: "2001-01-01T00:00:00Z",
  to: "2001-01-02T00:00:00Z",
  factType: "BOOKING_APPROVED",
  onlyNeverDelivered: true,
  sideEffects: false,
};
const page = { severity: "error", offset: 0, limit: 10 };
const logFilter = {
  range: "24h",
  from: "2026-01-01T00:00:00Z",
  to: "2036-01-01T00:00:00Z",
  types: ["BOOKING_CREATED"],
  category: "booking",
  id: "BK-1001",
  correlationId: testId(3, 1),
  actor: "system",
  source: "bookings.create",
  field: { name: "severity", value: "high" },
  state: "done",
  handler: "reporting",
};
const record = (recordId: string) => ({ ...key, recordId, version: 1 });

/** By path, for all that take an input; `startOf` names the dates of the submitted booking. */
export function fullInputs(
  world: MatrixWorld,
  starts: readonly [string, string],
): Readonly<Partial<Record<Permission, FullInput>>> {
  const { draft, submitted } = world.bookings;
  const declined = { date: starts[1], reason: "The park is closed.", proposedDate: "2036-01-05T10:00" };
  const changes = [{ field: "title", reason: "Which brand?", suggestedValue: "Tea tour" }];
  const list = { q: "tour", cursor: venues.park.id, includeArchived: true, limit: 10 };
  return {
    ...fullEventInputs(world),
    ...fullKitNeedInputs(world),
    ...fullKitCustodyInputs(world),
    ...fullStaffingInputs(world),
    ...fullKitUnitInputs,
    "account.endSession": asAdmin({ sessionId: extraSessions.admin }),
    "account.changePassword": asAdmin({ currentPassword: "not it", newPassword: "violet harbor lantern 7" }),
    "bookings.create": asAdmin({ ...key, clientId, ...content }),
    "bookings.update": asClient({ ...key, ...draft, ...content }),
    "bookings.submit": asClient({ ...key, ...draft }),
    "bookings.approve": asAdmin({
      ...key,
      ...submitted,
      eventDates: [starts[0]],
      declinedDates: [declined],
      notes: "See you.",
      override: { reason: "Agreed by phone." },
    }),
    "bookings.reject": asAdmin({ ...key, ...submitted, reason: "Closed.", allowResubmission: true }),
    "bookings.requestChanges": asAdmin({ ...key, ...submitted, changes, answerBy: "2035-05-01" }),
    "bookings.cancel": asClient({ ...key, ...draft, reason: "Not needed.", runningEvents: "keep" }),
    "bookings.duplicate": asClient({ ...key, bookingId: draft.bookingId }),
    "bookings.import": asAdmin({ ...key, fileId: world.files.admin, ...files }),
    "bookings.importCancel": asAdmin({ ...key, runId: world.runs.admin }),
    "directory.clients.create": asAdmin({ ...key, fields: { name: "A new client" } }),
    "directory.clients.update": asAdmin({ ...record(clientId), fields: { name: "Renamed" } }),
    "directory.clients.archive": asAdmin(record(otherClientId)),
    "directory.clients.restore": asAdmin(record(otherClientId)),
    "directory.locations.create": asAdmin({ ...key, fields: place }),
    "directory.locations.update": asAdmin({ ...record(venues.square.id), fields: place }),
    "directory.locations.archive": asAdmin(record(venues.square.id)),
    "directory.locations.restore": asAdmin(record(venues.square.id)),
    "directory.people.create": asAdmin({ ...key, fields: person }),
    "directory.people.update": asAdmin({ ...record(people.agent.id), fields: person }),
    "directory.people.archive": asAdmin(record(people.agent.id)),
    "directory.people.restore": asAdmin(record(people.agent.id)),
    "directory.people.staff": asAdmin({
      q: "ada",
      role: "Host",
      papersEnding: false,
      includeArchived: true,
      cursor: people.agent.id,
      limit: 10,
    }),
    "directory.people.profile": asAdmin({ recordId: people.agent.id }),
    "directory.people.setProfile": asAdmin({
      ...key,
      recordId: people.agent.id,
      version: 0,
      profile: fullProfile,
    }),
    "directory.people.setPreference": asAdmin({
      ...key,
      recordId: people.agent.id,
      clientId,
      preference: "blocked",
      reason: "Asked for somebody else.",
    }),
    "directory.people.invite": asAdmin({ ...key, recordId: people.agent.id }),
    "directory.people.endSessions": asAdmin({ ...key, recordId: people.agent.id }),
    "directory.kitTemplates.create": asAdmin({ ...key, fields: { ...kitTemplate, name: "A new kit" } }),
    "directory.kitTemplates.update": asAdmin({
      ...record(kitTemplateId),
      fields: { ...kitTemplate, lines: [{ id: teaParts.thermos.id, ...kitLine }] },
    }),
    "directory.kitTemplates.archive": asAdmin(record(kitTemplateId)),
    "directory.kitTemplates.restore": asAdmin(record(kitTemplateId)),
    "preparationTemplates.create": asAdmin({ ...key, fields: { ...templateFields, activityType: "Parade" } }),
    "preparationTemplates.update": asAdmin({ ...record(templateId), fields: templateFields }),
    "preparationTemplates.archive": asAdmin(record(templateId)),
    "preparationTemplates.restore": asAdmin(record(templateId)),
    "preparationTemplates.list": asAdmin({ includeArchived: true, limit: 10 }),
    "notifications.markRead": asClient({ kind: "subject", type: "booking", id: draft.bookingId }),
    "bookings.list": asAdmin({
      status: ["draft"],
      waitingFor: "client",
      clientId,
      q: "tour",
      from: "2035-01-01T00:00:00Z",
      to: "2036-01-01T00:00:00Z",
      fromDay: "2035-01-01",
      toDay: "2036-01-01",
      sort: "updated",
      cursor: Buffer.from(JSON.stringify(["2035-01-01T00:00:00Z", draft.bookingId])).toString("base64url"),
      limit: 10,
    }),
    "bookings.byId": asAdmin({ bookingId: draft.bookingId }),
    "bookings.timeline": asAdmin({
      bookingId: draft.bookingId,
      before: "100",
      eventId: world.managedEventId,
    }),
    "bookings.previewRecurrence": asClient({ locationIds: [venues.park.id], schedule: dates }),
    "bookings.previewApproval": asAdmin({ bookingId: submitted.bookingId }),
    "bookings.previewCancel": asAdmin({ bookingId: submitted.bookingId }),
    "bookings.importFile": asAdmin({ fileId: world.files.admin }),
    "bookings.importPreview": asAdmin({ fileId: world.files.admin, ...files, ...page }),
    "bookings.importStatus": asAdmin({ runId: world.runs.admin, ...page }),
    "bookings.importRefused": asAdmin({ fileId: world.files.admin, ...files }),
    "directory.choices": asAdmin({ q: "park", withIds: [venues.park.id] }),
    "directory.clients.list": asAdmin({ ...list, cursor: clientId }),
    "directory.clients.byId": asAdmin({ recordId: clientId }),
    "directory.locations.list": asAdmin(list),
    "directory.locations.byId": asAdmin({ recordId: venues.park.id }),
    "directory.people.list": asAdmin({ ...list, cursor: people.admin.id, roles: ["admin"] }),
    "directory.people.byId": asAdmin({ recordId: people.admin.id }),
    "directory.kitTemplates.list": asAdmin({ ...list, cursor: kitTemplateId }),
    "directory.kitTemplates.byId": asAdmin({ recordId: kitTemplateId }),
    "log.search": asAdmin({
      ...logFilter,
      order: "oldest",
      cursor: { recordedAt: "2026-01-01T00:00:00Z", position: "7" },
      limit: 10,
    }),
    "log.lines": asAdmin({ ...logFilter, ids: [world.factId] }),
    "log.monitoring": asAdmin({ range: "24h" }),
    "log.suggest": asAdmin({ kind: "source", words: "book" }),
    "log.byId": asAdmin({ id: world.factId }),
    "log.story": asAdmin({ correlationId: draft.bookingId, limit: 10 }),
    "log.related": asAdmin({ correlationId: draft.bookingId, cursor: "7", limit: 10 }),
    "views.list": asAdmin({ screen: "log", limit: 10 }),
    "views.save": asAdmin({
      viewId: world.views.own,
      screen: "log",
      name: "Parked",
      query: "state=dead",
      isShared: true,
    }),
    "views.remove": asAdmin({ viewId: world.views.own }),
    "views.setDefault": asAdmin({ screen: "log", viewId: world.views.own }),
    "log.deliveries": asAdmin({ factId: world.factId }),
    "log.retryPreview": asAdmin({ handler: "reporting", filter: deliveryFilter }),
    "log.retry": asAdmin({ ...key, handler: "reporting", filter: deliveryFilter, reason: "Mended." }),
    "log.skip": asAdmin({ ...key, handler: "reporting", filter: deliveryFilter, reason: "Settled by hand." }),
    "log.replayPreview": asAdmin({ handler: "reporting", ...emptyRange }),
    "log.replay": asAdmin({
      ...key,
      handler: "reporting",
      ...emptyRange,
      after: { recordedAt: "2026-01-01T00:00:00Z", position: "7" },
      reason: "A report was rebuilt.",
    }),
    "log.pauseHandler": asAdmin({ ...key, handler: "reporting", reason: "A wrong text went out." }),
    "log.resumeHandler": asAdmin({ ...key, handler: "reporting", reason: "The text is corrected." }),
    "log.retention": asAdmin({ asOf: "2033-01-01" }),
    "log.seals": asAdmin({ days: 3, dates: ["2026-01-01"], ids: [world.factId] }),
    "log.placeHold": asAdmin({ ...key, bookingId: draft.bookingId, reason: "A claim is open." }),
    "log.liftHold": asAdmin({ ...key, bookingId: draft.bookingId, reason: "The claim is settled." }),
    "log.sendTest": asAdmin(key),
    "log.unmask": asAdmin({ ...key, factId: world.factId, reason: "The client asked." }),
    "notifications.list": asAdmin({ cursor: `1700000000000_${testId(1, 1)}`, limit: 10 }),
  };
}
