import { vi } from "vitest";
import { processWide } from "@/db/process-wide";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import { env } from "@/env";
import {
  approveInput,
  cancelInput,
  createInput,
  rejectInput,
  requestChangesInput,
  submitInput,
} from "@/modules/bookings/inputs";
import { storeImportFile } from "@/server/imports/files";
import { planOf, venues } from "@/testing/builders/bookings";
import { clientId, otherClientId, testId } from "@/testing/builders/actors";
import { keepPhoto } from "@/testing/builders/photos";
import { testServer } from "@/testing/database";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { insertSession, people, personNames, sessionIdOf } from "./actors";
import { type KitNeedIds, seedKitNeeds } from "./kit-need-rows";
import { type StaffedEventName, seedStaffing } from "./staffing-rows";
import { seedKits } from "./kit-rows";
import { type PlanIds, seedPlans } from "./staffing-plan-rows";
import { type Attended, seedAttendance } from "./attendance-rows";
import { type KitsInHand, seedKitsInHand } from "./kit-custody-rows";
import { type StagedDatabase, stageDatabase } from "./staged-database";
import { templateId } from "./template-probes";

/** An event in a state of its own. */
export interface LivingEvent {
  readonly id: string;
  readonly isManaged: boolean;
}

/** Planted words and who must never read them. */
export const plants = {
  overrideReason: "PLANT-override-for-the-desk",
  holdReason: "PLANT-hold-for-the-team",
  clientNotes: "PLANT-notes-of-the-client",
  contactName: "PLANT-contact-of-the-client",
  foreignTitle: "PLANT-title-of-another-client",
} as const;

export interface SeededBooking {
  readonly bookingId: string;
  readonly version: number;
}

export const bookingStates = [
  "draft",
  "submitted",
  "changesRequested",
  "partiallyApproved",
  "approved",
  "rejected",
  "rejectedForGood",
  "cancelled",
] as const;
export type BookingStateName = (typeof bookingStates)[number];

export interface MatrixWorld {
  /** Rosters that these people have proposed. */
  readonly plans: PlanIds;
  readonly staged: StagedDatabase;
  /** Of the server, past grants and triggers. */
  readonly superuserUrl: string;
  /** Bookings of client A, one per state. */
  readonly bookings: Readonly<Record<BookingStateName, SeededBooking>>;
  /** Approved on a date that another booking holds, with a reason for the desk. */
  readonly overridden: SeededBooking;
  /** Of client A, but asked for by the admin. */
  readonly byAdmin: SeededBooking;
  /** Of client B. */
  readonly foreign: SeededBooking;
  readonly managedEventId: string;
  readonly otherEventId: string;
  readonly foreignEventId: string;
  /** Events of client A that the manager has, by state, with what hangs on the one being prepared. */
  readonly living: Awaited<ReturnType<typeof seedLiving>>;
  /** One of each of these events, and of a running one: planned, and running. */
  readonly activities: Readonly<Record<"managed" | "other" | "foreign" | "planned" | "running", string>>;
  /** One slot of each of these events, and an offered shift on it: the agent's at the managed one, else another's. */
  readonly slots: Readonly<Record<StaffedEventName, string>>;
  readonly shifts: Readonly<Record<StaffedEventName, string>>;
  /** The agent's, accepted, at the managed one. */
  readonly agreedShift: string;
  readonly attended: Attended;
  readonly kitNeeds: KitNeedIds;
  readonly kitsInHand: KitsInHand;
  /** The admin's own, which hangs on nothing. */
  readonly photoId: string;
  /** The admin's own, and the other admin's. */
  readonly files: { readonly admin: string; readonly otherAdmin: string };
  readonly runs: { readonly admin: string; readonly otherAdmin: string };
  /** The admin's own, and the other admin's: one that is shared and one that is not. */
  readonly views: typeof views;
  readonly factId: string;
  /** A fact that the reporting handler has given up. */
  readonly parkedId: string;
  close(): Promise<void>;
}

type By = (typeof people)["clientA" | "clientB" | "admin"];

const FILE = "id,title,start,end,venue\n1,Tour,2037-05-01 10:00,2037-05-01 12:00,Bryant Park\n";

/** The mapping of the files' columns. */
export const mapping = {
  columns: { externalId: "id", title: "title", start: "start", end: "end", venue: "venue" },
  timeZone: "America/New_York",
  dateOrder: "ymd",
} as const;

/** A database with two clients, people of every kind and bookings in all states, behind the server's own doors. */
export async function createMatrixWorld(): Promise<MatrixWorld> {
  const world = await createHandledWorld({ mail: false });
  const staged = stageDatabase(world.database);
  openDoors(staged);
  await insertPeople(world.database);
  const seeded = await seedBookings(world);
  await world.dispatcher.stop();
  const events = await seedEvents(world.database, seeded);
  const activities = await seedActivities(world.database, events, seeded.overridden.bookingId);
  const staffing = await seedStaffing(world.database, activities);
  const plans = await seedPlans(world.database, staffing.slots.managed);
  await world.database.execute(sql`
    INSERT INTO location_confirmation (event_id, location_id, starts_at, status, confirmed_by, confirmed_at)
    SELECT id, location_id, starts_at, 'confirmed', ${people.admin.id}, now() FROM event_instance
    WHERE id = ${events.otherEventId}`);
  await keepPhoto(world.database, { id: photoId, uploadedBy: people.admin.id });
  await world.database.execute(sql`
    INSERT INTO preparation_template (id, name, activity_type) VALUES (${templateId}, 'Tastings', 'Tasting')`);
  await world.database.execute(sql`
    INSERT INTO preparation_template_line (template_id, rank, description, kind, minutes_before)
    VALUES (${templateId}, 0, 'Order glasses.', 'logistics', 1440)`);
  await seedKits(world.database);
  const imports = await seedImports(world);
  const living = await seedLiving(world.database, events);
  await seedViews(world.database);
  const [fact] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM event_log WHERE type = 'BOOKING_APPROVED' ORDER BY position LIMIT 1`);
  return {
    staged,
    superuserUrl: testServer().superuserUrl,
    ...seeded,
    ...events,
    living,
    activities,
    ...staffing,
    plans,
    kitNeeds: await seedKitNeeds(world.database, activities),
    attended: await seedAttendance(world.database, activities),
    kitsInHand: await seedKitsInHand(world.database, activities),
    photoId,
    ...imports,
    views,
    factId: fact?.id ?? "",
    parkedId: await parkOne(world.database),
    close: () => world.close(),
  };
}

/** Requests find the staged database; an import or a plan that is started stays queued: nothing may outlive its cell. */
function openDoors(staged: StagedDatabase): void {
  // Read once and kept; the address itself is never dialed.
  vi.stubEnv("DATABASE_URL", "postgresql://127.0.0.1:1/unused");
  env();
  processWide("database.requests", () => staged.database);
  processWide("import-runner", () => ({ working: Promise.resolve(), isAsked: false, isStopping: false }));
  processWide("plan-queue", () => ({ add: () => undefined, idle: () => Promise.resolve() }));
}

async function insertPeople(db: Queryable): Promise<void> {
  for (const [name, person] of [
    ["Olaf Other", people.otherManager],
    ["Dora Gone", people.deactivatedAdmin],
    ["Bo Agent", people.agent],
  ] as const) {
    await db.execute(sql`
      INSERT INTO person (id, name, email, role, active)
      VALUES (${person.id}, ${name}, ${`${person.id}@people.example`}, ${person.role}, ${name !== "Dora Gone"})`);
  }
  for (const name of personNames) await insertSession(db, sessionIdOf(name), people[name].id);
  await insertSession(db, extraSessions.clientA, people.clientA.id);
  await insertSession(db, extraSessions.admin, people.admin.id);
}

/** A second browser of these people. */
export const extraSessions = { clientA: testId(8, 101), admin: testId(8, 102) } as const;

/** What somebody asks for: the park, two hours on each of these local starts. */
export function request(title: string, localStarts: readonly string[]) {
  return {
    title,
    locationIds: [venues.park.id],
    schedule: {
      kind: "dates",
      dates: localStarts.map((localStart) => ({ localStart, durationMinutes: 120 })),
    },
    plan: planOf(),
    contact: null,
    notes: "",
  };
}

const wordsOfA = {
  contact: { name: plants.contactName, phone: "+1 555 0100", email: "contact@client-a.example" },
  notes: plants.clientNotes,
};

async function seedBookings(world: HandledWorld) {
  const { admin, clientA, clientB } = people;
  let week = 0;
  const starts = () => {
    week += 1;
    const day = String(week).padStart(2, "0");
    return [`2035-06-${day}T10:00`, `2035-07-${day}T10:00`];
  };
  const draft = (by: By = clientA, title = "Autumn tour", on = starts()) => {
    const forClient = by.role === "admin" ? { clientId } : {};
    const words = by === clientA ? wordsOfA : {};
    const input = createInput.parse({ ...request(title, on), ...words, ...forClient });
    return world.book(by, { type: "create", ...input });
  };
  const submitted = async (by: By = clientA, title?: string, on?: string[]) =>
    world.book(by, { type: "submit", ...submitInput.parse(await draft(by, title, on)) });
  const approve = async (booking: SeededBooking, dates: readonly string[], more: object = {}) =>
    world.book(admin, {
      type: "approve",
      ...approveInput.parse({ ...booking, eventDates: dates, ...more }),
    });
  const all = async (booking: SeededBooking) => approve(booking, await world.dates(booking.bookingId));
  const some = async (booking: SeededBooking) =>
    approve(booking, (await world.dates(booking.bookingId)).slice(0, 1));
  const rejected = async (allowResubmission: boolean) => {
    const input = rejectInput.parse({
      ...(await submitted()),
      reason: "The park is closed.",
      allowResubmission,
    });
    return world.book(admin, { type: "reject", ...input });
  };

  const clashing = starts();
  const approved = await all(await submitted(clientA, undefined, clashing));
  const clash = await submitted(clientA, undefined, clashing);
  const overridden = await approve(clash, await world.dates(clash.bookingId), {
    override: { reason: plants.overrideReason },
  });
  const asked = requestChangesInput.parse({
    ...(await submitted()),
    changes: [{ field: "title", reason: "Name the brand." }],
  });
  const gone = cancelInput.parse({ ...(await all(await submitted())), reason: "Not needed any more." });
  return {
    bookings: {
      draft: await draft(),
      submitted: await submitted(),
      changesRequested: await world.book(admin, { type: "requestChanges", ...asked }),
      partiallyApproved: await some(await submitted()),
      approved,
      rejected: await rejected(true),
      rejectedForGood: await rejected(false),
      cancelled: await world.book(clientA, { type: "cancel", ...gone }),
    },
    overridden,
    byAdmin: await submitted(admin),
    foreign: await all(await submitted(clientB, plants.foreignTitle)),
  };
}

async function seedEvents(db: Queryable, { bookings, foreign }: Pick<MatrixWorld, "bookings" | "foreign">) {
  const eventsOf = (bookingId: string) =>
    db.query<{ id: string }>(sql`
      SELECT id FROM event_instance WHERE booking_id = ${bookingId} ORDER BY starts_at`);
  const [managed, other] = await eventsOf(bookings.approved.bookingId);
  const [away] = await eventsOf(foreign.bookingId);
  if (!managed || !other || !away) throw new Error("the approvals made no events");
  await db.execute(sql`
    UPDATE event_instance SET manager_id = ${people.manager.id}, hold_reason = ${plants.holdReason}
    WHERE id = ${managed.id}`);
  return { managedEventId: managed.id, otherEventId: other.id, foreignEventId: away.id };
}

/** Copies of the managed event at later dates, each in a state of its own. */
async function seedLiving(
  db: Queryable,
  { managedEventId, foreignEventId }: Pick<MatrixWorld, "managedEventId" | "foreignEventId">,
) {
  const [assigned, preparing, running] = [testId(11, 1), testId(11, 2), testId(11, 3)];
  const completed = testId(11, 4);
  const [taskId, doneTaskId] = [testId(12, 1), testId(12, 2)];
  const [issueId, foreignIssueId] = [testId(13, 1), testId(13, 2)];
  await db.execute(sql`
    INSERT INTO event_instance (id, booking_id, client_id, status, local_start, starts_at, ends_at, booked_start,
      booked_end, time_zone, location_id, manager_id, actual_start, created_at, updated_at)
    SELECT s.id, e.booking_id, e.client_id, s.status, s.day || 'T10:00', s.day::timestamptz, s.day::timestamptz + '2 h',
      s.day::timestamptz, s.day::timestamptz + '2 h', e.time_zone, e.location_id, e.manager_id,
      CASE WHEN s.status = 'in_progress' THEN now() - interval '1 h' END, now(), now()
    FROM event_instance e, (VALUES (${assigned}::uuid, 'assigned', '2035-07-25'),
      (${preparing}::uuid, 'preparing', '2035-07-26'), (${running}::uuid, 'in_progress', '2035-07-27'),
      (${completed}::uuid, 'completed', '2035-07-28')) AS s (id, status, day)
    WHERE e.id = ${managedEventId}`);
  await db.execute(sql`
    UPDATE event_instance SET starts_at = now() - interval '9 h', ends_at = now() - interval '7 h',
      actual_start = now() - interval '9 h', actual_end = now() - interval '7 h',
      outcome = '{"metExpectations": true, "metrics": {}, "notes": ""}'
    WHERE id = ${completed}`);
  // Planned for today: what runs, and what may start.
  await db.execute(sql`
    UPDATE event_instance SET starts_at = now() - interval '1 h', ends_at = now() + interval '1 h' WHERE id = ANY (${[assigned, running]}::uuid[])`);
  await db.execute(sql`
    INSERT INTO preparation_task (id, event_id, kind, description, due_at, status, done_by, done_at)
    VALUES (${taskId}, ${preparing}, 'logistics', 'Book a van.', now(), 'open', NULL, NULL),
      (${doneTaskId}, ${preparing}, 'other', 'Send the brief.', now(), 'done', 'system', now())`);
  await db.execute(sql`
    INSERT INTO event_issue (id, event_id, subject, issue_type, severity, description, status, reported_by, reported_at)
    VALUES (${issueId}, ${preparing}, 'event', 'logistics', 'high', 'No power.', 'reported', 'system', now()),
      (${foreignIssueId}, ${foreignEventId}, 'event', 'logistics', 'high', 'No water.', 'reported', 'system', now())`);
  return {
    assigned: { id: assigned, isManaged: true },
    preparing: { id: preparing, isManaged: true },
    running: { id: running, isManaged: true },
    completed: { id: completed, isManaged: true },
    taskId,
    doneTaskId,
    issueId,
    foreignIssueId,
  };
}

const photoId = testId(14, 1);

/** The parts that the workflow laid out, and one that a running event has under way. */
async function seedActivities(
  db: Queryable,
  events: Pick<MatrixWorld, "managedEventId" | "otherEventId" | "foreignEventId">,
  runningBookingId: string,
): Promise<MatrixWorld["activities"]> {
  const [event] = await db.query<{ id: string }>(sql`
    UPDATE event_instance SET status = 'in_progress'
    WHERE id = (SELECT id FROM event_instance WHERE booking_id = ${runningBookingId} ORDER BY starts_at LIMIT 1)
    RETURNING id`);
  const partOf = async (eventId: string | undefined) => {
    const [part] = await db.query<{ id: string }>(sql`
      SELECT id FROM activity WHERE event_id = ${eventId} ORDER BY plan_index LIMIT 1`);
    if (!part) throw new Error("an event was laid out without activities");
    return part.id;
  };
  const running = testId(15, 1);
  await db.execute(sql`
    INSERT INTO activity (id, event_id, booking_id, activity_type, description, duration, status, started_at,
      created_at, updated_at)
    VALUES (${running}, ${event?.id}, ${runningBookingId}, 'Sampling', '', 60, 'in_progress', now(), now(), now())`);
  return {
    managed: await partOf(events.managedEventId),
    other: await partOf(events.otherEventId),
    foreign: await partOf(events.foreignEventId),
    planned: await partOf(event?.id),
    running,
  };
}

const views = { own: testId(10, 1), shared: testId(10, 2), foreign: testId(10, 3) } as const;

async function seedViews(db: Queryable): Promise<void> {
  for (const [name, owner] of [
    ["own", people.admin.id],
    ["shared", people.otherAdmin.id],
    ["foreign", people.otherAdmin.id],
  ] as const) {
    await db.execute(sql`
      INSERT INTO saved_view (id, owner_id, screen, name, query, shared)
      VALUES (${views[name]}, ${owner}, 'log', ${name}, 'range=7d', ${name === "shared"})`);
  }
}

/** Leaves a delivery as a handler that failed for good does. */
async function parkOne(db: Queryable): Promise<string> {
  const [row] = await db.query<{ event_id: string }>(sql`
    INSERT INTO event_delivery (handler, order_key, position, run, event_id, type, category, recorded_at, expires_on,
      due_at, attempts, failures, first_started_at, dead_at, last_error)
    SELECT 'reporting', id::text, position, 1, id, type, category, recorded_at, expires_on, now(), 9, 9, now(), now(),
      'Error: the report is away'
    FROM event_log WHERE type = 'BOOKING_APPROVED' ORDER BY position DESC LIMIT 1
    RETURNING event_id`);
  if (!row) throw new Error("no approval to park");
  return row.event_id;
}

async function seedImports({ database }: HandledWorld) {
  const fileOf = (personId: string) =>
    storeImportFile(database, { personId, name: "tour.csv", bytes: Buffer.from(FILE) });
  const files = {
    admin: await fileOf(people.admin.id),
    otherAdmin: await fileOf(people.otherAdmin.id),
  };
  const runs = { admin: testId(9, 1), otherAdmin: testId(9, 2) };
  for (const name of ["admin", "otherAdmin"] as const) {
    await database.execute(sql`
      INSERT INTO import_run (id, file_id, file_name, client_id, mapping, status, started_by, idempotency_key,
        started_at, finished_at)
      VALUES (${runs[name]}, ${files[name]}, 'tour.csv', ${otherClientId}, ${JSON.stringify(mapping)}::jsonb, 'done',
        ${people[name].id}, 'seeded-run', now(), now())`);
  }
  return { files, runs };
}
