import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import type { Actor } from "@/commands/actor";
import { sql } from "@/db/sql";
import { remindKits } from "@/handlers/notification/remind-kits";
import { approveInput } from "@/modules/bookings/inputs";
import { acknowledgeIssueInput } from "@/modules/event-instances/inputs/life";
import { eventLife } from "@/modules/event-instances/module";
import type { CustodyCommand } from "@/modules/kits/custody/commands";
import {
  checkOutKitInput,
  handOverInput,
  prepareInput,
  resolveKitIssueInput,
  returnKitInput,
  swapKitInput,
} from "@/modules/kits/inputs/custody";
import { kitCustody, kitIssues } from "@/modules/kits/module";
import { kitsOfEvent } from "@/modules/kits/queries/kits-of-event";
import { myKits } from "@/modules/kits/queries/my-kits";
import { scanKit } from "@/modules/kits/queries/scan-kit";
import { admin, agent, manager, testId } from "@/testing/builders/actors";
import { kitTemplateId } from "@/testing/builders/bookings";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { keepPhoto } from "@/testing/builders/photos";

/** Kits in people's hands, from packing to what follows from a bad return, with the real handlers. */

let world: HandledWorld;
let eventId: string;
let kits = 0;
const parts = { thermos: testId(51, 1), burner: testId(51, 2), cups: testId(51, 3) };

beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  const { database } = world;
  await database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${agent.id}, 'Bo Agent', 'bo@people.example', 'agent')`);
  await database.execute(sql`
    INSERT INTO kit_component (id, kit_template_id, name, quantity, usage, critical, position)
    VALUES (${parts.thermos}, ${kitTemplateId}, 'Thermos', 6, 'returnable', false, 0),
      (${parts.burner}, ${kitTemplateId}, 'Burner', 1, 'returnable', true, 1),
      (${parts.cups}, ${kitTemplateId}, 'Paper cup', 200, 'consumable', false, 2)`);
  const booking = await world.submitted(["2035-05-05T10:00"]);
  const eventDates = await world.dates(booking.bookingId);
  await world.book(admin, { type: "approve", ...approveInput.parse({ ...booking, eventDates }) });
  const [event] = await database.query<{ id: string }>(sql`
    UPDATE event_instance SET manager_id = ${manager.id}, status = 'preparing'
    WHERE booking_id = ${booking.bookingId} RETURNING id`);
  eventId = event?.id ?? "";
});
afterAll(() => world.close());

interface Scene {
  readonly kitInstanceId: string;
  readonly kitAssignmentId: string;
  readonly code: string;
}

/** A whole kit, bound to a need of the event. */
async function boundKit(): Promise<Scene> {
  kits += 1;
  const scene = {
    kitInstanceId: testId(52, kits),
    kitAssignmentId: testId(53, kits),
    code: `TEA-${100 + kits}`,
  };
  const { database } = world;
  await database.execute(sql`
    INSERT INTO kit_instance (id, kit_template_id, code, created_at)
    VALUES (${scene.kitInstanceId}, ${kitTemplateId}, ${scene.code}, now() - interval '9 days')`);
  await database.execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, from_at, condition)
    VALUES (gen_random_uuid(), ${scene.kitInstanceId}, now() - interval '9 days', 'good')`);
  await database.execute(sql`
    INSERT INTO kit_stock (component_id, place, kit_instance_id, quantity)
    SELECT id, 'kit', ${scene.kitInstanceId}, quantity FROM kit_component
    WHERE kit_template_id = ${kitTemplateId}`);
  await database.execute(sql`
    INSERT INTO kit_assignment (id, event_id, booking_id, activity_id, kit_template_id, kit_instance_id, status,
      window_start, window_end, assigned_by, assigned_at, updated_at)
    SELECT ${scene.kitAssignmentId}, e.id, e.booking_id, a.id, ${kitTemplateId}, ${scene.kitInstanceId}, 'assigned',
      e.starts_at - interval '1 day', e.ends_at + interval '1 day', 'system', now(), now()
    FROM event_instance e JOIN activity a ON a.event_id = e.id WHERE e.id = ${eventId} LIMIT 1`);
  return scene;
}

type HandledCommand = Exclude<CustodyCommand, { readonly type: "resolveIssue" }>;
const run = (command: HandledCommand, actor: Actor = manager) =>
  runCommand(world.database, kitCustody, command, { actor });
const whole = [
  { componentId: parts.thermos, quantity: 6 },
  { componentId: parts.burner, quantity: 1 },
  { componentId: parts.cups, quantity: 200 },
];
const prepare = ({ kitAssignmentId }: Scene, more: object = {}) =>
  run({ type: "prepare", ...prepareInput.parse({ kitAssignmentId, lines: whole, ...more }) });
const checkOut = ({ kitAssignmentId, kitInstanceId }: Scene) => {
  const input = { kitAssignmentId, kitInstanceId, holderId: manager.id, expectedReturn: "2035-05-06T12:00" };
  return run({ type: "checkOut", ...checkOutKitInput.parse(input) });
};
const giveBack = ({ kitAssignmentId }: Scene, more: object = {}) =>
  run({ type: "return", ...returnKitInput.parse({ kitAssignmentId, ...more }) });

async function outKit(): Promise<Scene> {
  const scene = await boundKit();
  await prepare(scene);
  await checkOut(scene);
  return scene;
}

const custody = (kitInstanceId: string) =>
  world.database.query<{ holder_id: string | null; is_open: boolean; gap_ms: number | null }>(sql`
    SELECT holder_id, until_at IS NULL AS is_open,
      (extract(epoch FROM from_at - lag(until_at) OVER (ORDER BY from_at)) * 1000)::float8 AS gap_ms
    FROM kit_custody WHERE kit_instance_id = ${kitInstanceId} ORDER BY from_at`);
const issuesOf = (kitAssignmentId: string) =>
  world.database.query<{
    id: string;
    severity: string;
    description: string;
    photo_urls: string[];
    status: string;
    reported_by: string;
    resolution: string | null;
  }>(sql`
    SELECT id, severity, description, photo_urls, status, reported_by, resolution FROM event_issue
    WHERE kit_assignment_id = ${kitAssignmentId} ORDER BY reported_at`);
const messagesOf = (recipientId: string, kind: string) =>
  world.database.query<{ title: string; body: string; link: string }>(sql`
    SELECT title, body, link FROM notification WHERE recipient_id = ${recipientId} AND kind = ${kind}
    ORDER BY created_at, id`);

describe("the way of a kit", () => {
  test("packed, out, handed over and back: custody without holes, parts that add up", async () => {
    const scene = await boundKit();
    await prepare(scene);
    await checkOut(scene);
    const over = { kitAssignmentId: scene.kitAssignmentId, toPersonId: agent.id, condition: "good" };
    await run({ type: "handOver", ...handOverInput.parse(over) });
    const { result } = await giveBack(scene);
    expect(result).toMatchObject({ status: "returned", condition: "good" });
    expect(await custody(scene.kitInstanceId)).toEqual([
      { holder_id: null, is_open: false, gap_ms: null },
      { holder_id: manager.id, is_open: false, gap_ms: 0 },
      { holder_id: agent.id, is_open: false, gap_ms: 0 },
      { holder_id: null, is_open: true, gap_ms: 0 },
    ]);
    const stock = await world.database.query<{ place: string; quantity: number }>(sql`
      SELECT place, quantity FROM kit_stock
      WHERE component_id = ${parts.cups} AND (kit_instance_id = ${scene.kitInstanceId} OR place = 'used')
      ORDER BY place`);
    expect(stock).toEqual([
      { place: "kit", quantity: 0 },
      { place: "used", quantity: 200 },
    ]);
    await world.settled();
    expect((await messagesOf(agent.id, "kit-handed")).map(({ title }) => title)).toEqual([
      `You have ${scene.code} now`,
    ]);
    expect(await issuesOf(scene.kitAssignmentId)).toEqual([]);
  });

  test("of two phones that take the same kit back one is told that it is back", async () => {
    const scene = await outKit();
    const both = await Promise.allSettled([giveBack(scene), giveBack(scene)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const failed = both.find((one) => one.status === "rejected");
    expect(failed?.reason).toMatchObject({ details: { rule: "already_returned" } });
  });

  test("a bad return becomes an issue with its photo, in the name of who received it, and a quarantine", async () => {
    const scene = await outKit();
    const photoId = testId(54, kits);
    await keepPhoto(world.database, { id: photoId, uploadedBy: manager.id });
    const damage = { description: "Does not light.", severity: "severe" };
    const lines = [
      { componentId: parts.thermos, quantity: 5 },
      { componentId: parts.burner, quantity: 1, damage },
    ];
    await giveBack(scene, { lines, photoIds: [photoId] });
    await world.settled();
    const [issue, ...others] = await issuesOf(scene.kitAssignmentId);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      severity: "high",
      description: "Missing: Thermos. Burner: Does not light.",
      photo_urls: [`/photos/${photoId}`],
      status: "reported",
      reported_by: manager.id,
    });
    const [unit] = await world.database.query<{ status: string; condition: string }>(sql`
      SELECT status, condition FROM kit_unit WHERE id = ${scene.kitInstanceId}`);
    expect(unit).toEqual({ status: "quarantined", condition: "damaged" });
    expect((await messagesOf(admin.id, "kit-returned-short")).at(-1)).toMatchObject({
      title: expect.stringContaining(`${scene.code} came back`),
      body: "Missing: Thermos. Damaged: Burner. No event needs it yet.",
    });

    const acknowledge = { eventId, issueId: issue?.id };
    await runCommand(
      world.database,
      eventLife,
      { type: "acknowledgeIssue", ...acknowledgeIssueInput.parse(acknowledge) },
      { actor: admin },
    );
    const settled = { issueId: issue?.id, condition: "good", notes: "A new burner." };
    const resolve = { type: "resolveIssue", ...resolveKitIssueInput.parse(settled) } as const;
    await runCommand(world.database, kitIssues, resolve, { actor: admin });
    await world.settled();
    expect(await issuesOf(scene.kitAssignmentId)).toMatchObject([
      { status: "resolved", resolution: "A new burner." },
    ]);
  });

  test("swapped on site: each has its own chain, and the broken one is out of use", async () => {
    const scene = await outKit();
    const other = await boundKit();
    await world.database.execute(sql`
      UPDATE kit_assignment SET status = 'cancelled' WHERE id = ${other.kitAssignmentId}`);
    const input = {
      kitAssignmentId: scene.kitAssignmentId,
      replacementInstanceId: other.kitInstanceId,
      condition: "damaged",
      reason: "It leaks.",
    };
    await run({ type: "swap", ...swapKitInput.parse(input) });
    await world.settled();
    expect((await custody(scene.kitInstanceId)).map(({ holder_id }) => holder_id)).toEqual([
      null,
      manager.id,
      null,
    ]);
    expect((await custody(other.kitInstanceId)).map(({ holder_id }) => holder_id)).toEqual([
      null,
      manager.id,
    ]);
    const units = await world.database.query<{ status: string }>(sql`
      SELECT status FROM kit_unit WHERE id IN (${scene.kitInstanceId}, ${other.kitInstanceId}) ORDER BY id`);
    expect(units).toEqual([{ status: "quarantined" }, { status: "in_use" }]);
  });
});

describe("looking", () => {
  test("the kits of an event with their lines, and one's own", async () => {
    const scene = await outKit();
    const { items, people } = await kitsOfEvent(world.database, manager, eventId);
    const item = items.find(({ kitAssignmentId }) => kitAssignmentId === scene.kitAssignmentId);
    expect(item).toMatchObject({
      status: "checked_out",
      kit: { code: scene.code, holder: { name: "Mia Manager" } },
      expectedReturn: "2035-05-06T16:00:00.000Z",
      isOverdue: false,
      can: { prepare: false, return: true },
    });
    expect(item?.lines.map(({ name, asked, packed }) => [name, asked, packed?.quantity])).toEqual([
      ["Thermos", 6, 6],
      ["Burner", 1, 1],
      ["Paper cup", 200, 200],
    ]);
    expect(people).toEqual([{ id: manager.id, name: "Mia Manager" }]);
    const mine = await myKits(world.database, manager);
    expect(mine.find(({ kitAssignmentId }) => kitAssignmentId === scene.kitAssignmentId)).toMatchObject({
      code: scene.code,
      holder: { isMe: true },
    });
  });

  test("a label, a kit that is not of this event, and no kit", async () => {
    const scene = await boundKit();
    const scan = (code: string) => scanKit(world.database, manager, { eventId, code });
    const here = { kind: "here", kitAssignmentId: scene.kitAssignmentId };
    expect(await scan(` ${scene.code.toLowerCase()} `)).toMatchObject(here);
    await world.database.execute(sql`
      UPDATE kit_assignment SET status = 'cancelled' WHERE id = ${scene.kitAssignmentId}`);
    expect(await scan(scene.code)).toMatchObject({
      kind: "elsewhere",
      words: `${scene.code} (Tea kit) is not meant for this event.`,
    });
    expect(await scan("WIFI:S:Venue;;")).toMatchObject({ kind: "no-kit" });
    expect(await scan("TEA-999")).toMatchObject({ kind: "no-kit" });
  });
});

test("an overdue kit is told of once: to its holder, the manager and the desk", async () => {
  const scene = await outKit();
  await world.database.execute(sql`
    UPDATE kit_assignment SET expected_return = now() - interval '1 hour' WHERE id = ${scene.kitAssignmentId}`);
  expect(await remindKits(world.database, { mail: false })).toBe(1);
  expect(await remindKits(world.database, { mail: false })).toBe(0);
  for (const id of [manager.id, admin.id]) {
    expect(await messagesOf(id, "kit-overdue")).toMatchObject([
      { title: expect.stringContaining(`${scene.code} is overdue`) },
    ]);
  }
});
