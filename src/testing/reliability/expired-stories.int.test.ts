import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { categoryOf, eventTypes } from "@/domain-events/catalog/catalog";
import { previewRetention, runRetention } from "@/domain-events/retention/run-retention";
import { sealLog } from "@/domain-events/sealing/seal";
import { lastComparison } from "@/domain-events/sealing/seal-standing";
import { sealLag, sealStatesOfDays, sealStatesOfEntries } from "@/domain-events/sealing/seal-states";
import { recordVerification } from "@/domain-events/sealing/verify/record";
import { verifyLog } from "@/domain-events/sealing/verify/verify-log";
import { buildHandlers } from "@/handlers/registry";
import { bookingTimeline } from "@/modules/bookings/queries/timeline";
import { CLIENT_FACTS } from "@/modules/bookings/queries/timeline-audience";
import { holds } from "@/modules/operations/module";
import { listHolds } from "@/modules/operations/queries/holds";
import { relatedEntries } from "@/server/log-view/entry";
import { idSchema } from "@/values/ids";
import { ageLog, appendEveryType } from "@/testing/builders/aged-log";
import { admin, clientPerson, manager } from "@/testing/builders/actors";
import { bookingId } from "@/testing/builders/bookings";
import { insertLoggedWorld } from "@/testing/builders/logged-world";
import { createTestDatabase } from "@/testing/database";
import { tamper } from "./tamper";
import { aFact, createWorld, emit, type World } from "./world";

/** Ten years on: what a booking's story, the reports and the operators see of entries that are gone. */

let world: World;
let folder: string;
let reportsBefore: unknown;

const TEN_YEARS_ON = new Date(Date.now() + 3_652 * 86_400_000).toISOString().slice(0, 10);

beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  folder = mkdtempSync(join(tmpdir(), "muster-stories-"));
  await insertLoggedWorld(world.db);
  await appendEveryType(world.db, bookingId);
  const dispatcher = world.dispatch({ handlers: buildHandlers({ mail: false }) });
  await dispatcher.idle();
  await dispatcher.stop();
  await world.owner.pool.query("DELETE FROM event_delivery");
  await ageLog(world.test, 14);
  reportsBefore = await reports();
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function reports(): Promise<unknown> {
  const { rows } = await world.superuser.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname LIKE 'report%' ORDER BY 1",
  );
  expect(rows.length).toBeGreaterThan(0);
  return Promise.all(
    rows.map(
      async ({ name }) => (await world.superuser.pool.query(`SELECT * FROM ${name} ORDER BY 1, 2`)).rows,
    ),
  );
}

const ofCategory = (category: string, isVisible?: (type: string) => boolean) =>
  eventTypes.filter((type) => categoryOf(type) === category && isVisible?.(type) !== false).length;

async function storyOf(reader: PersonActor) {
  const { entries, expired } = await bookingTimeline(world.db, reader, { bookingId });
  return {
    entries: entries.length,
    expired: Object.fromEntries(expired.map((one) => [one.kind, one.entries])),
    days: new Set(expired.map((one) => one.expiredOn)),
  };
}

const wish = (type: "placeHold" | "liftHold", reason: string) => ({
  type,
  bookingId: idSchema.parse(bookingId),
  reason,
});

test("a hold keeps the story whole, is a fact of it, and is placed and lifted once", async () => {
  const act = (type: "placeHold" | "liftHold", actor = admin) =>
    runCommand(world.db, holds, wish(type, `Because: ${type}`), { actor });
  await expect(act("placeHold", manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const placed = await act("placeHold");
  expect(placed.eventIds).toHaveLength(1);
  expect((await act("placeHold")).eventIds).toEqual([]);
  const { leaves } = await previewRetention(world.db, { asOf: TEN_YEARS_ON, checkRows: true });
  expect(
    leaves.filter(({ leaf, outcome, entries }) => leaf.category && entries !== 0 && outcome === "goes"),
  ).toEqual([]);
  expect(await listHolds(world.db)).toMatchObject([
    { bookingId, reason: "Because: placeHold", placedBy: "Ada Brook", lifted: null },
  ]);
  const { entries } = await bookingTimeline(world.db, admin, { bookingId });
  expect(entries[0]).toMatchObject({
    actor: "Ada Brook",
    title: "put a legal hold on this booking's log entries",
  });

  expect((await act("liftHold")).eventIds).toHaveLength(1);
  expect((await act("liftHold")).eventIds).toEqual([]);
  expect(await listHolds(world.db)).toMatchObject([
    { lifted: { by: "Ada Brook", reason: "Because: liftHold" } },
  ]);
  expect((await storyOf(admin)).expired).toEqual({});
  await world.owner.pool.query("DELETE FROM event_delivery");
});

test("ten years on each audience reads how much of what it knew has expired, and when", async () => {
  await runRetention(world.owner, { folder, asOf: TEN_YEARS_ON });
  const ofAdmin = await storyOf(admin);
  const counts = (isVisible?: (type: string) => boolean, categories: readonly string[] = []) =>
    Object.fromEntries(categories.map((category) => [category, ofCategory(category, isVisible)]));
  const all = ["booking", "event", "activity", "staff", "kit", "location", "directory", "system"];
  expect(ofAdmin).toEqual({ entries: 2, expired: counts(undefined, all), days: new Set([TEN_YEARS_ON]) });

  const clientFacts: readonly string[] = CLIENT_FACTS;
  const ofClient = await storyOf(clientPerson);
  expect(ofClient.expired).toEqual(counts((type) => clientFacts.includes(type), ["booking", "event"]));
  expect(ofClient.entries).toBe(0);

  const ofManager = await storyOf(manager);
  expect(ofManager.expired).toEqual({
    booking: ofCategory("booking"),
    event: 1,
    activity: null,
    staff: null,
    kit: null,
    location: null,
  });
});

test("the log's related entries say it as well, and another chain says nothing", async () => {
  const related = await relatedEntries(
    world.db,
    { correlationId: bookingId, limit: 50 },
    new Date().toISOString(),
  );
  expect(related.expired.find((one) => one.kind === "kit")).toMatchObject({
    entries: ofCategory("kit"),
    expiredOn: TEN_YEARS_ON,
  });
  const other = await relatedEntries(
    world.db,
    { correlationId: "other", limit: 50 },
    new Date().toISOString(),
  );
  expect(other.expired).toEqual([]);
});

test("reports keep what they counted", async () => {
  expect(await reports()).toEqual(reportsBefore);
});

test("seal states: waiting, sealed, verified, altered, per entry and per day", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const [id = ""] = await emit(world.db, [aFact("sealed")]);
  const standing = async () => (await sealStatesOfEntries(world.db, [id])).get(id)?.standing;
  expect(await standing()).toBe("waiting");
  expect((await sealLag(world.db)).oldestUnsealedAt).not.toBeNull();
  await sealLog(world.owner);
  expect(await standing()).toBe("sealed");
  expect(await sealLag(world.db)).toMatchObject({ oldestUnsealedAt: null, lagMs: 0 });
  // Today can still get more; a day on which nothing happened has nothing to wait for.
  const ofDay = async (day: string) => (await sealStatesOfDays(world.db, [day])).get(day)?.standing;
  expect(await ofDay(today)).toBe("so-far");
  expect(await lastComparison(world.db)).toBeNull();

  const verify = async () =>
    recordVerification(world.owner, new Date(), await verifyLog(world.owner, { archiveFolder: folder }));
  await verify();
  expect(await standing()).toBe("verified");
  expect(await ofDay(today)).toBe("verified");
  expect((await lastComparison(world.db))?.problems).toBe(0);
  await emit(world.db, [aFact("later")]);
  expect(await ofDay(today)).toBe("waiting");
  await sealLog(world.owner);
  expect(await ofDay(today)).toBe("so-far");
  const lastYear = `${new Date().getUTCFullYear() - 2}-01-01`;
  expect(await ofDay(lastYear)).toBe("empty");

  await tamper(world, "UPDATE event_log SET source = 'bookings.forged' WHERE id = $1", [id]);
  await verify();
  expect(await standing()).toBe("altered");
  expect(await ofDay(today)).toBe("altered");
  expect((await lastComparison(world.db))?.problems).toBe(1);
  const missing = await sealStatesOfEntries(world.db, ["0199aaaa-0000-7000-8000-000000000009"]);
  expect(missing.size).toBe(0);
  const [seals] = await world.db.query<{ n: number }>(
    sql`SELECT count(*)::integer AS n FROM event_verification`,
  );
  expect(seals?.n).toBe(2);
});
