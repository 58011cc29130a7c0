import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as z from "zod";
import { catalog, type DomainEvent } from "@/domain-events/catalog/catalog";
import { allDeliveriesSettled } from "@/domain-events/dispatch/settled";
import { appendEvents } from "@/domain-events/log/append";
import { readEvent } from "@/domain-events/log/read";
import { newId } from "@/commands/new-id";
import { createCaller } from "@/server/router";
import { admin } from "@/testing/builders/actors";
import { createTestDatabase } from "@/testing/database";
import fixtures from "@/domain-events/catalog/fixtures/v1/booking.json";
import { brokenInvariants } from "./invariants";
import { createWorld, effect, emitRaw, HANDLER_NAMES, type World } from "./world";

/**
 * S-31 on a release that raised a type: the catalog of this file alone writes BOOKING_APPROVED in version 2, which
 * says how many dates were approved, and knows the step from version 1. Everything else is the real thing.
 */
// Files of one worker share their modules: this one loads its own, and leaves none of them behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock("@/domain-events/catalog/booking");
  vi.doUnmock("@/domain-events/catalog/upcasters");
  vi.resetModules();
});
vi.mock("@/domain-events/catalog/booking", async (importOriginal) => {
  const { int } = await import("zod");
  const { bookingEvents } = await importOriginal<typeof import("@/domain-events/catalog/booking")>();
  const { BOOKING_APPROVED } = bookingEvents;
  const raised = {
    ...BOOKING_APPROVED,
    version: 2,
    schema: BOOKING_APPROVED.schema.extend({ totalDates: int() }),
    classes: { ...BOOKING_APPROVED.classes, totalDates: "business" },
    example: { ...BOOKING_APPROVED.example, totalDates: 1 },
  };
  return { bookingEvents: { ...bookingEvents, BOOKING_APPROVED: raised } };
});
vi.mock("@/domain-events/catalog/upcasters", () => ({
  upcasters: { BOOKING_APPROVED: { 1: countDates } },
}));

function countDates(payload: unknown): unknown {
  const version1 = z.looseObject({ eventDates: z.array(z.string()) }).parse(payload);
  return { ...version1, totalDates: version1.eventDates.length };
}

const old = { ...fixtures.BOOKING_APPROVED[0] };
const bookingId = "0199c8a0-1000-7000-8000-000000000001";

let world: World;
let oldId: string;
let newFactId: string;
const handled: DomainEvent[] = [];

beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  oldId = await emitRaw(world, {
    type: "BOOKING_APPROVED",
    payload: old,
    version: 1,
    correlationId: bookingId,
  });
  newFactId = newId();
  await world.db.transaction((tx) =>
    appendEvents(tx, [
      {
        id: newFactId,
        fact: { type: "BOOKING_APPROVED", payload: catalog.BOOKING_APPROVED.example },
        correlationId: bookingId,
        source: "bookings.approve",
        metadata: {},
        depth: 0,
      },
    ]),
  );
  await world.superuser.pool.query("INSERT INTO reliability_state (event_id) VALUES ($1)", [newFactId]);
  const dispatcher = world.dispatch({
    handlers: HANDLER_NAMES.map((name) => ({
      name,
      handle: async (event, { tx }) => {
        await tx.execute(effect(event.id, name));
        handled.push(event);
      },
    })),
  });
  await allDeliveriesSettled(world.db);
  await dispatcher.stop();
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

async function stored(id: string) {
  const { rows } = await world.superuser.pool.query<{ schema_version: number; payload: object }>(
    "SELECT schema_version, payload FROM event_log WHERE id = $1",
    [id],
  );
  return rows[0];
}

test("the stored fact stays in the version it was written in, a new one is written in today's", async () => {
  expect(await stored(oldId)).toEqual({ schema_version: 1, payload: old });
  expect(await stored(newFactId)).toEqual({
    schema_version: 2,
    payload: expect.objectContaining({ totalDates: 1 }),
  });
});

test("a read hands it out in today's shape and says what is stored", async () => {
  const event = await readEvent(world.db, oldId);
  expect(event).toMatchObject({
    schemaVersion: 1,
    read: { known: true, event: { payload: { ...old, totalDates: 1 } } },
  });
});

test("every handler sees today's shape, of the old fact and of the new one, and each effect once", async () => {
  for (const id of [oldId, newFactId]) {
    const seen = handled.filter((event) => event.id === id);
    expect(seen).toHaveLength(HANDLER_NAMES.length);
    for (const event of seen) expect(event.payload).toHaveProperty("totalDates", 1);
  }
  expect(await brokenInvariants(world)).toEqual([]);
});

test("the viewer says both versions, and reads it as today's", async () => {
  const viewer = createCaller({
    database: world.db,
    requestId: "upcast-test",
    headers: new Headers(),
    person: async () => ({
      sessionId: newId(),
      personId: admin.id,
      name: "Ada",
      email: "ada@muster.example",
      role: "admin",
      clientId: null,
      timeZone: null,
      signedInAt: new Date(),
    }),
  });
  const entry = await viewer.log.byId({ id: oldId });
  expect(entry).toMatchObject({
    storedVersion: 1,
    currentVersion: 2,
    problem: null,
    payload: { totalDates: 1 },
  });
});

test("a fixture of the raised type without its step would be malformed, so a forgotten step is noticed", async () => {
  const { readStored } = await import("@/domain-events/catalog/upcast");
  const { upcasters } = await import("@/domain-events/catalog/upcasters");
  const row = {
    id: oldId,
    type: "BOOKING_APPROVED",
    version: 1,
    timestamp: "2026-09-29T09:30:00.123Z",
    correlationId: bookingId,
    source: "bookings.approve",
    payload: old,
  };
  expect(readStored(row)).toMatchObject({ known: true });
  const { BOOKING_APPROVED: steps } = upcasters;
  delete upcasters.BOOKING_APPROVED;
  expect(readStored(row)).toMatchObject({
    known: false,
    reason: "malformed",
    problems: ["no step from version 1"],
  });
  if (steps) upcasters.BOOKING_APPROVED = steps;
});
