import { sql } from "@/db/sql";
import type { Queryable } from "@/db/database";
import { CLIENT_FACTS } from "@/modules/bookings/queries/timeline-audience";
import type { Permission } from "@/server/permissions";
import { clientId, otherClientId, testId } from "@/testing/builders/actors";
import { kitTemplateId, venues } from "@/testing/builders/bookings";
import { extraSessions, mapping, type MatrixWorld, request, type SeededBooking } from "./world";
import { type PersonName, people, personNames, sessionIdOf } from "./actors";
import { following, hearing } from "./hearing";

/** A record that a call names, and whose it is. */
export interface Target {
  readonly name: string;
  readonly input: unknown;
  readonly owners: readonly PersonName[];
  /** Who asked for it, where that matters (`notByAsker`). */
  readonly askedBy?: readonly PersonName[];
  /** What a call that is let through ends with; "OK" when not said. */
  readonly ends?: string;
}

/** How a procedure is tried: what it is asked for, and what its caller may then see. */
export type Probe =
  | { readonly kind: "record"; readonly targets: readonly Target[]; readonly missing: unknown }
  | {
      readonly kind: "list";
      readonly input?: unknown;
      /** Asked in another way than by one call. */
      readonly ask?: (actor: PersonName | "anonymous") => Promise<unknown>;
      ids(answer: never): readonly string[];
      readonly all: readonly string[];
      readonly own: Partial<Readonly<Record<PersonName, readonly string[]>>>;
    }
  /** Always about the caller: there is nothing to name. */
  | { readonly kind: "self"; readonly input?: unknown; readonly ends?: string }
  /** About nothing that belongs to anybody. */
  | { readonly kind: "free"; readonly input?: unknown };

export type Probes = Readonly<Record<Permission, Probe>>;

const ownersA = ["clientA"] as const;
const missingId = testId(99, 1);

/** One way to try each row of the matrix; a row without one does not compile. */
export async function makeProbes(world: MatrixWorld): Promise<Probes> {
  const { bookings, byAdmin, foreign, overridden } = world;
  const db = world.staged.database;
  const idsOf = async (rows: Promise<{ id: string }[]>) => (await rows).map((row) => row.id).sort();
  const byQuery = (statement: ReturnType<typeof sql>) => idsOf(db.query<{ id: string }>(statement));
  const own = async (of: (name: PersonName) => Promise<readonly string[]>) =>
    Object.fromEntries(await Promise.all(personNames.map(async (name) => [name, await of(name)] as const)));

  const managers = ["manager"] as const;
  const bookingReads = (more: object = {}): Probe => ({
    kind: "record",
    targets: [
      ...Object.entries(bookings).map(([name, { bookingId }]) => ({
        name,
        input: { bookingId, ...more },
        owners: name === "approved" ? [...ownersA, ...managers] : ownersA,
      })),
      { name: "overridden", input: { bookingId: overridden.bookingId, ...more }, owners: ownersA },
      { name: "byAdmin", input: { bookingId: byAdmin.bookingId, ...more }, owners: ownersA },
      { name: "foreign", input: { bookingId: foreign.bookingId, ...more }, owners: ["clientB"] },
    ],
    missing: { bookingId: missingId, ...more },
  });
  const bookingActs = (
    targets: Readonly<Record<string, SeededBooking & { readonly of?: PersonName; readonly by?: PersonName }>>,
    more: object = {},
    versioned = true,
  ): Probe => ({
    kind: "record",
    targets: Object.entries(targets).map(([name, { bookingId, version, of = "clientA", by = of }]) => ({
      name,
      input: { bookingId, ...(versioned && { version }), ...more },
      owners: [of],
      askedBy: [by],
    })),
    missing: { bookingId: missingId, ...(versioned && { version: 1 }), ...more },
  });
  const toDecide = { submitted: bookings.submitted, byAdmin: { ...byAdmin, by: "admin" as const } };
  const both = { own: bookings.draft, foreign: { ...foreign, of: "clientB" as const } };

  const decidableDates = await db.query<{ booking_id: string; starts_at: Date }>(sql`
    SELECT booking_id, starts_at FROM booking_date
    WHERE booking_id = ANY (${[bookings.submitted.bookingId, byAdmin.bookingId]}::uuid[])`);
  const approvals: Probe = {
    kind: "record",
    targets: Object.entries(toDecide).map(([name, booking]) => ({
      name,
      input: {
        bookingId: booking.bookingId,
        version: booking.version,
        eventDates: decidableDates
          .filter((row) => row.booking_id === booking.bookingId)
          .map((row) => row.starts_at.toISOString()),
      },
      owners: ownersA,
      askedBy: [name === "byAdmin" ? "admin" : "clientA"],
    })),
    missing: { bookingId: missingId, version: 1, eventDates: [] },
  };

  const allBookings = await byQuery(sql`SELECT id FROM booking`);
  const ownBookings = {
    clientA: await byQuery(sql`SELECT id FROM booking WHERE client_id = ${clientId}`),
    clientB: [foreign.bookingId],
    manager: [bookings.approved.bookingId],
  };
  const allEvents = await byQuery(sql`SELECT id FROM event_instance`);
  const ownEvents = {
    clientA: await byQuery(sql`SELECT id FROM event_instance WHERE client_id = ${clientId}`),
    clientB: await byQuery(sql`SELECT id FROM event_instance WHERE client_id = ${otherClientId}`),
    manager: [world.managedEventId],
  };
  const importTargets = (input: (name: "admin" | "otherAdmin") => object, missing: object): Probe => ({
    kind: "record",
    targets: (["admin", "otherAdmin"] as const).map((name) => ({
      name: `of ${name}`,
      input: input(name),
      owners: [name],
    })),
    missing,
  });
  const byRun = importTargets((name) => ({ runId: world.runs[name] }), { runId: missingId });
  const byFile = (more: object) =>
    importTargets((name) => ({ fileId: world.files[name], ...more }), { fileId: missingId, ...more });
  const target = { mapping, clientId: otherClientId };
  const viewActs = (more: object, made?: "new"): Probe => ({
    kind: "record",
    targets: [
      { name: "own", input: { viewId: world.views.own, ...more }, owners: ["admin"] },
      { name: "shared", input: { viewId: world.views.shared, ...more }, owners: ["otherAdmin"] },
      { name: "foreign", input: { viewId: world.views.foreign, ...more }, owners: ["otherAdmin"] },
    ],
    // An id that nothing has is a new view.
    missing: made === "new" ? null : { viewId: missingId, ...more },
  });

  return {
    "account.me": { kind: "self" },
    "account.sessions": {
      kind: "list",
      ids: (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id),
      all: await byQuery(sql`SELECT id FROM auth_session`),
      own: await own((name) => byQuery(sql`SELECT id FROM auth_session WHERE user_id = ${people[name].id}`)),
    },
    "account.endSession": {
      kind: "record",
      targets: [
        { name: "clientA's", input: { sessionId: extraSessions.clientA }, owners: ownersA },
        { name: "admin's", input: { sessionId: extraSessions.admin }, owners: ["admin"] },
        ...(["manager", "agent"] as const).map((name) => ({
          name: `${name}'s`,
          input: { sessionId: sessionIdOf(name) },
          owners: [name],
        })),
      ],
      missing: { sessionId: missingId },
    },
    "account.endOtherSessions": { kind: "self" },
    "account.changePassword": {
      kind: "self",
      input: { currentPassword: "not the present one", newPassword: "violet harbor lantern 7" },
      ends: "INVALID",
    },
    "account.permissions": { kind: "free" },

    "bookings.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { bookingId: string }[] }) => page.items.map((item) => item.bookingId),
      all: allBookings,
      own: ownBookings,
    },
    "bookings.byId": bookingReads(),
    "bookings.timeline": bookingReads(),
    "bookings.create": {
      kind: "record",
      targets: [
        {
          name: "for client A",
          input: { ...request("New", ["2036-03-01T10:00"]), clientId },
          owners: ownersA,
        },
        {
          name: "for client B",
          input: { ...request("New", ["2036-03-01T10:00"]), clientId: otherClientId },
          owners: ["clientB"],
        },
      ],
      // For an admin a client that does not exist is a wrong choice in a form, so no cell asks for it.
      missing: null,
    },
    "bookings.update": bookingActs(both, { title: "Another title" }),
    "bookings.submit": bookingActs({ own: bookings.draft }),
    "bookings.approve": approvals,
    "bookings.reject": bookingActs(toDecide, { reason: "Closed.", allowResubmission: true }),
    "bookings.requestChanges": bookingActs(toDecide, {
      changes: [{ field: "title", reason: "Which brand?" }],
    }),
    "bookings.cancel": bookingActs(both, { reason: "Not needed." }),
    "bookings.duplicate": bookingActs(both, {}, false),
    "bookings.previewRecurrence": {
      kind: "free",
      input: {
        locationIds: [venues.park.id],
        schedule: { kind: "dates", dates: [{ localStart: "2036-03-01T10:00", durationMinutes: 60 }] },
      },
    },
    "bookings.previewApproval": bookingActs(toDecide, {}, false),
    "bookings.previewCancel": bookingActs(both, {}, false),
    "bookings.importFile": byFile({}),
    "bookings.importPreview": byFile(target),
    "bookings.import": byFile(target),
    "bookings.importStatus": byRun,
    "bookings.importRuns": {
      kind: "list",
      ids: (runs: readonly { id: string }[]) => runs.map(({ id }) => id),
      all: Object.values(world.runs),
      own: { admin: [world.runs.admin], otherAdmin: [world.runs.otherAdmin] },
    },
    "bookings.importCancel": byRun,
    "bookings.importRefused": byRun,

    "events.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: allEvents,
      own: ownEvents,
    },
    "events.calendar": {
      kind: "list",
      input: { from: "2035-06-01T00:00:00Z", to: "2035-08-01T00:00:00Z" },
      ids: (page: { events: readonly { id: string }[] }) => page.events.map(({ id }) => id),
      all: allEvents,
      own: ownEvents,
    },
    "events.byId": {
      kind: "record",
      targets: [
        { name: "managed", input: { eventId: world.managedEventId }, owners: ["clientA", "manager"] },
        { name: "not managed", input: { eventId: world.otherEventId }, owners: ownersA },
        { name: "foreign", input: { eventId: world.foreignEventId }, owners: ["clientB"] },
      ],
      missing: { eventId: missingId },
    },

    "directory.choices": {
      kind: "list",
      input: {},
      ids: (choices: { clients: readonly { id: string }[] }) => choices.clients.map(({ id }) => id),
      all: [clientId, otherClientId],
      // A client's person is never asked for whom.
      own: {},
    },
    ...(await directoryProbes(db)),

    "log.search": {
      kind: "list",
      input: { range: "all", limit: 100 },
      ids: (page: { lines: readonly { id: string }[] }) => page.lines.map(({ id }) => id),
      all: await byQuery(sql`SELECT id FROM event_log`),
      own: {},
    },
    "log.lines": {
      kind: "list",
      input: { range: "all", ids: [world.factId] },
      ids: (lines: readonly { id: string }[]) => lines.map(({ id }) => id),
      all: [world.factId],
      own: {},
    },
    "log.tail": {
      kind: "list",
      ask: (actor) => following(db, actor),
      ids: (heard: readonly string[]) => heard,
      all: await byQuery(sql`SELECT id FROM event_log`),
      own: {},
    },
    "log.suggest": { kind: "free", input: { kind: "actor" } },
    "log.byId": {
      kind: "record",
      targets: [{ name: "a fact", input: { id: world.factId }, owners: ownersA }],
      missing: { id: missingId },
    },
    "log.story": {
      kind: "list",
      input: { correlationId: foreign.bookingId },
      ids: (story: { lines: readonly { id: string }[] }) => story.lines.map(({ id }) => id),
      all: await byQuery(sql`SELECT id FROM event_log WHERE correlation_id = ${foreign.bookingId}`),
      own: {},
    },
    "log.related": {
      kind: "list",
      input: { correlationId: foreign.bookingId },
      ids: (page: { lines: readonly { id: string }[] }) => page.lines.map(({ id }) => id),
      all: await byQuery(sql`SELECT id FROM event_log WHERE correlation_id = ${foreign.bookingId}`),
      own: {},
    },

    "log.monitoring": { kind: "free", input: { range: "24h" } },
    "log.catalogue": { kind: "free" },
    ...steeringProbes(world),

    "notifications.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { groups: readonly { subjectId: string }[] }) =>
        page.groups.map((group) => group.subjectId),
      all: await byQuery(sql`SELECT DISTINCT subject_id AS id FROM notification WHERE superseded_at IS NULL`),
      own: await own((name) =>
        byQuery(sql`
          SELECT DISTINCT subject_id AS id FROM notification
          WHERE recipient_id = ${people[name].id} AND superseded_at IS NULL`),
      ),
    },
    "notifications.unread": { kind: "self" },
    "notifications.markRead": { kind: "self", input: { kind: "all" } },
    "reports.overview": { kind: "free" },

    "views.list": {
      kind: "list",
      input: { screen: "log" },
      ids: (views: readonly { id: string }[]) => views.map(({ id }) => id),
      all: Object.values(world.views),
      own: {
        admin: [world.views.own, world.views.shared],
        otherAdmin: [world.views.shared, world.views.foreign],
      },
    },
    "views.save": viewActs({ screen: "log", name: "Renamed", query: "type=BOOKING_CREATED" }, "new"),
    "views.remove": viewActs({}),
    "views.setDefault": {
      kind: "record",
      targets: [
        { name: "own", input: { screen: "log", viewId: world.views.own }, owners: ["admin"] },
        {
          name: "shared",
          input: { screen: "log", viewId: world.views.shared },
          owners: ["admin", "otherAdmin"],
        },
        { name: "foreign", input: { screen: "log", viewId: world.views.foreign }, owners: ["otherAdmin"] },
      ],
      missing: { screen: "log", viewId: missingId },
    },
    "live.changes": await hearingProbe(db, world),
  };
}

type SteeringPermission = Exclude<
  Extract<Permission, `log.${string}`>,
  | "log.search"
  | "log.lines"
  | "log.tail"
  | "log.suggest"
  | "log.byId"
  | "log.story"
  | "log.related"
  | "log.catalogue"
  | "log.monitoring"
>;

/** Nothing of the log belongs to anybody; acts name a fact or a handler, which has to be there. */
function steeringProbes({
  factId,
  parkedId,
  bookings,
}: MatrixWorld): Readonly<Record<SteeringPermission, Probe>> {
  const reason = "The cause is mended.";
  const handler = "reporting";
  const { bookingId } = bookings.draft;
  const range = { from: "2001-01-01T00:00:00Z", to: "2001-01-02T00:00:00Z" };
  const named = (input: object, missing: object, target = "a fact"): Probe => ({
    kind: "record",
    targets: [{ name: target, input, owners: [] }],
    missing,
  });
  const ofHandler = (more: object): Probe =>
    named({ handler, ...more }, { handler: "loyalty", ...more }, "a handler");
  const ofParked = (more: object): Probe =>
    named({ handler, factId: parkedId, ...more }, { handler, factId: missingId, ...more });
  return {
    "log.deliveries": named({ factId }, { factId: missingId }),
    "log.parked": { kind: "free" },
    "log.handlers": { kind: "free" },
    "log.retryPreview": ofHandler({ filter: {} }),
    "log.retry": ofParked({ reason }),
    "log.skip": ofParked({ reason }),
    "log.replayPreview": ofHandler(range),
    "log.replay": ofHandler({ ...range, reason }),
    "log.pauseHandler": ofHandler({ reason }),
    "log.resumeHandler": ofHandler({ reason }),
    "log.retention": { kind: "free", input: {} },
    "log.seals": { kind: "free", input: { ids: [factId] } },
    "log.holds": { kind: "free" },
    "log.placeHold": named({ bookingId, reason }, { bookingId: missingId, reason }, "a booking"),
    "log.liftHold": named({ bookingId, reason }, { bookingId: missingId, reason }, "a booking"),
    "log.sendTest": { kind: "free", input: {} },
    "log.unmask": named({ factId, reason }, { factId: missingId, reason }),
  };
}

type DirectoryPermission = Extract<Permission, `directory.${string}.${string}`>;

async function directoryProbes(db: Queryable): Promise<Readonly<Record<DirectoryPermission, Probe>>> {
  const list = async (table: ReturnType<typeof sql>): Promise<Probe> => ({
    kind: "list",
    input: { includeArchived: true },
    ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
    all: (await db.query<{ id: string }>(table)).map(({ id }) => id),
    own: {},
  });
  const record = (recordId: string, more: object = {}): Probe => ({
    kind: "record",
    targets: [{ name: "a record", input: { recordId, ...more }, owners: [] }],
    missing: { recordId: missingId, ...more },
  });
  const create = (fields: object): Probe => ({ kind: "free", input: { fields } });
  const { id: venueId, timeZone } = venues.square;
  const person = { name: "Nia New", email: "nia@people.example", role: "agent" };
  return {
    "directory.clients.list": await list(sql`SELECT id FROM client`),
    "directory.clients.byId": record(clientId),
    "directory.clients.create": create({ name: "A new client" }),
    "directory.clients.update": record(clientId, { version: 1, fields: { name: "Renamed" } }),
    "directory.clients.archive": record(clientId, { version: 1 }),
    "directory.clients.restore": record(clientId, { version: 1 }),
    "directory.locations.list": await list(sql`SELECT id FROM location`),
    "directory.locations.byId": record(venueId),
    "directory.locations.create": create({ name: "A new venue", timeZone }),
    "directory.locations.update": record(venueId, { version: 1, fields: { name: "Renamed", timeZone } }),
    "directory.locations.archive": record(venueId, { version: 1 }),
    "directory.locations.restore": record(venueId, { version: 1 }),
    "directory.people.list": await list(sql`SELECT id FROM person`),
    "directory.people.byId": record(people.agent.id),
    "directory.people.create": create(person),
    "directory.people.update": record(people.agent.id, { version: 1, fields: person }),
    "directory.people.archive": record(people.agent.id, { version: 1 }),
    "directory.people.restore": record(people.agent.id, { version: 1 }),
    "directory.people.invite": record(people.agent.id),
    "directory.people.endSessions": record(people.agent.id),
    "directory.kitTemplates.list": await list(sql`SELECT id FROM kit_template`),
    "directory.kitTemplates.byId": record(kitTemplateId),
    "directory.kitTemplates.create": create({ name: "A new kit" }),
    "directory.kitTemplates.update": record(kitTemplateId, { version: 1, fields: { name: "Renamed" } }),
    "directory.kitTemplates.archive": record(kitTemplateId, { version: 1 }),
    "directory.kitTemplates.restore": record(kitTemplateId, { version: 1 }),
  };
}

/** The live stream: which facts of the whole log it would tell this person of. */
async function hearingProbe(db: Queryable, world: MatrixWorld): Promise<Probe> {
  const facts = async (condition: ReturnType<typeof sql>) =>
    (await db.query<{ id: string }>(sql`SELECT id FROM event_log WHERE ${condition}`)).map(({ id }) => id);
  const ofClient = (id: string) =>
    facts(sql`type = ANY (${CLIENT_FACTS}::text[])
      AND correlation_id IN (SELECT id::text FROM booking WHERE client_id = ${id})`);
  return {
    kind: "list",
    ask: (actor) => hearing(db, actor),
    ids: (heard: readonly string[]) => heard,
    all: await facts(sql`true`),
    own: {
      clientA: await ofClient(clientId),
      clientB: await ofClient(otherClientId),
      manager: await facts(sql`
        (type LIKE 'BOOKING%' AND correlation_id = ${world.bookings.approved.bookingId})
        OR ${`event:${world.managedEventId}`} = ANY (entity_ids)`),
    },
  };
}
