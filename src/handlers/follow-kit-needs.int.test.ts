import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { cancelActivityInput } from "@/modules/activities/inputs";
import { activities } from "@/modules/activities/module";
import {
  cancelInput,
  deriveReadinessInput,
  rescheduleInput,
  swapSlotsInput,
} from "@/modules/event-instances/inputs/life";
import { eventLife, eventSwap } from "@/modules/event-instances/module";
import { availabilityInput, kitBoardInput, preparationInput } from "@/modules/kits/inputs/boards";
import { assignKitsInput, bindKitInput, resolveShortageInput } from "@/modules/kits/inputs/needs";
import { moveComponentsInput } from "@/modules/kits/inputs/units";
import { kitDemand, kitNeeds, kitUnits } from "@/modules/kits/module";
import { kitAvailability } from "@/modules/kits/queries/availability";
import { kitBoard } from "@/modules/kits/queries/kit-board";
import { kitWays } from "@/modules/kits/queries/kit-ways";
import { needsOfEvent } from "@/modules/kits/queries/needs-of-event";
import { preparationList } from "@/modules/kits/queries/preparation";
import { previewKitMove, previewKitRelease } from "@/modules/kits/queries/preview-kits";
import { kitShortages } from "@/modules/kits/queries/shortages";
import { admin, manager, system } from "@/testing/builders/actors";
import { kitTemplateId } from "@/testing/builders/bookings";
import { addKit, lineTeaKit } from "@/testing/builders/kits";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { addMinutes, localDateTime } from "@/values/venue-time";
import { checkOverdueKits } from "./workflow/check-overdue-kits";
import { layOutKits } from "./workflow/lay-out-kits";

let world: HandledWorld;
let lives: ReturnType<typeof livedEvents>;
let parts: Awaited<ReturnType<typeof lineTeaKit>>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  lives = livedEvents(world);
  parts = await lineTeaKit(world.database);
});
afterAll(() => world.close());

const database = () => world.database;
const needsOf = async (eventId: string) => (await needsOfEvent(database(), admin, eventId)).needs;
async function firstNeed(eventId: string) {
  const [need] = await needsOf(eventId);
  if (!need) throw new Error("the event needs no kit");
  return need;
}

function wishToBind(kitAssignmentId: string, version: number, kitInstanceId: string | null) {
  return { type: "bind", ...bindKitInput.parse({ kitAssignmentId, version, kitInstanceId }) } as const;
}
async function bind(eventId: string, kitInstanceId: string | null, actor: PersonActor = admin) {
  const { id, version } = await firstNeed(eventId);
  await runCommand(database(), kitNeeds, wishToBind(id, version, kitInstanceId), { actor });
  await world.settled();
}

/** As whoever packs the kit in full would leave it. */
async function pack(eventId: string) {
  await database().execute(sql`
    UPDATE kit_assignment SET status = 'prepared', prepared_by = ${manager.id}, prepared_at = now(), prepared = (
      SELECT jsonb_agg(jsonb_build_object('componentId', id, 'name', name, 'quantity', quantity, 'condition', 'good'))
      FROM kit_component WHERE kit_template_id = ${kitTemplateId})
    WHERE event_id = ${eventId}`);
  const derive = { type: "deriveReadiness", ...deriveReadinessInput.parse({ eventId }) } as const;
  await runCommand(database(), eventLife, derive, { actor: system });
}

/** As whoever takes it out of the warehouse would leave it. */
const takeOut = (eventId: string, expectedReturn: string) =>
  database().execute(sql`
    UPDATE kit_assignment SET status = 'checked_out', checked_out_at = now(), checked_out_by = ${admin.id},
      expected_return = ${expectedReturn}::timestamptz WHERE event_id = ${eventId}`);

async function lose(kitInstanceId: string, quantity: number) {
  const input = moveComponentsInput.parse({
    kind: "missing",
    kitInstanceId,
    parts: [{ componentId: parts.thermos, quantity }],
    reason: "Nobody has seen them.",
  });
  await runCommand(database(), kitUnits, { type: "moveComponents", ...input }, { actor: admin });
  await world.settled();
}

/** A wall clock at the park so many days from now: what is short is looked for in the time ahead. */
const inDays = (days: number) => localDateTime(addMinutes(new Date(), days * 1440), "America/New_York");

const statusOf = async (eventId: string) => (await lives.see(eventId)).status;
const typesOf = (eventId: string) =>
  database().query<{ type: string; source: string; payload: Record<string, unknown> }>(sql`
    SELECT type, source, payload FROM event_log WHERE category = 'kit' AND payload ->> 'eventId' = ${eventId}
    ORDER BY position`);

async function reschedule(eventId: string, newDate: string) {
  const { version } = await lives.see(eventId);
  const input = rescheduleInput.parse({
    eventId,
    version,
    newDate,
    reason: "The square is taken.",
    notifyStaff: false,
    notifyClient: false,
    override: { reason: "Agreed." },
  });
  await runCommand(database(), eventLife, { type: "reschedule", ...input }, { actor: admin });
  await world.settled();
}

test("an approval asks for the kits of its plan, a person for more; what is called off lets go", async () => {
  const [eventId] = await lives.kitted(2, "2035-01-10T10:00");
  expect((await typesOf(eventId)).map(({ type, source }) => [type, source])).toEqual([
    ["KIT_ASSIGNED_TO_ACTIVITY", "workflow.lay-out-instances"],
    ["KIT_ASSIGNED_TO_ACTIVITY", "workflow.lay-out-instances"],
  ]);
  const { activityId } = await firstNeed(eventId);
  const more = assignKitsInput.parse({ activityId, kitTemplateId });
  await runCommand(database(), kitDemand, { type: "assign", ...more }, { actor: admin });
  expect(await needsOf(eventId)).toHaveLength(3);
  expect((await previewKitRelease(database(), eventId)).kits).toMatchObject([{ effect: "released" }, {}, {}]);
  const cancel = cancelActivityInput.parse({ activityId, reason: "No permit." });
  await runCommand(database(), activities, { type: "cancel", ...cancel }, { actor: admin });
  await world.settled();
  expect(await needsOf(eventId)).toEqual([]);
});

test("needs from before there were any are laid out later, once", async () => {
  const [eventId] = await lives.kitted(1, "2035-01-20T10:00");
  await database().execute(sql`DELETE FROM kit_assignment WHERE event_id = ${eventId}`);
  await database().execute(sql`
    UPDATE activity SET created_at = now() - interval '1 day' WHERE event_id = ${eventId}`);
  expect(await layOutKits(database())).toBe(1);
  expect(await needsOf(eventId)).toHaveLength(1);
  expect(await layOutKits(database())).toBe(0);
});

test("fifty events want one kit at once: one gets it, the others hear who has it", async () => {
  const kit = await addKit(database(), "RACE-01");
  const starts = Array.from(
    { length: 50 },
    (_, minute) => `2035-02-01T10:${String(minute).padStart(2, "0")}`,
  );
  const eventIds = await lives.kitted(1, ...starts);
  const needs = await Promise.all(eventIds.map(firstNeed));
  const ends = await Promise.allSettled(
    needs.map(({ id, version }) =>
      runCommand(database(), kitNeeds, wishToBind(id, version, kit), { actor: admin }),
    ),
  );
  expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const end of ends) {
    if (end.status === "rejected") expect(end.reason).toMatchObject({ details: { rule: "kit_taken" } });
  }
  const bound = await database().query(sql`SELECT FROM kit_assignment WHERE kit_instance_id = ${kit}`);
  expect(bound).toHaveLength(1);
});

test("a kit found short costs the next event its readiness, and the spares win it back", async () => {
  const kit = await addKit(database(), "SHORT-01");
  await addKit(database(), "SHORT-02");
  const [eventId] = await lives.kitted(1, inDays(30));
  await lives.makeReady(eventId);
  expect(await statusOf(eventId)).toBe("preparing");
  await bind(eventId, kit, manager);
  await pack(eventId);
  expect(await statusOf(eventId)).toBe("ready");

  await lose(kit, 2);
  expect(await statusOf(eventId)).toBe("preparing");
  expect((await lives.see(eventId)).readiness.find(({ part }) => part === "kits")).toMatchObject({
    isMet: false,
    text: "0 of 1 kits prepared. SHORT-01 lacks 2 × Thermos.",
  });
  expect((await kitShortages(database(), {})).items).toMatchObject([
    { kind: "parts", code: "SHORT-01", event: { id: eventId } },
  ]);
  expect((await kitShortages(database(), {})).items).toHaveLength(1);
  const { id, version } = await firstNeed(eventId);
  const ways = await kitWays(database(), manager, id);
  expect(ways.lenders.map(({ code }) => code)).toContain("SHORT-02");
  expect(ways.can).toMatchObject({ bind: true, resolve: true, borrow: false });

  await database().execute(sql`
    INSERT INTO kit_stock (component_id, place, quantity) VALUES (${parts.thermos}, 'spares', 5)`);
  const way = { kind: "spares" };
  const input = resolveShortageInput.parse({ kitAssignmentId: id, version, way });
  await runCommand(database(), kitNeeds, { type: "resolveShortage", ...input }, { actor: manager });
  await world.settled();
  expect(await statusOf(eventId)).toBe("ready");
  expect((await typesOf(eventId)).map(({ type }) => type).slice(-3)).toEqual([
    "KIT_SHORTAGE_RAISED",
    "KIT_COMPONENTS_MOVED",
    "KIT_SHORTAGE_RESOLVED",
  ]);
  expect((await kitShortages(database(), {})).items).toEqual([]);
});

test("needs that there are no kits for are told, by the peak of what is wanted at once", async () => {
  const kits = await database().query(sql`SELECT FROM kit_instance WHERE archived_at IS NULL`);
  const [eventId] = await lives.kitted(kits.length + 2, inDays(50));
  const { items } = await kitShortages(database(), {});
  expect(items.map(({ kind, event }) => [kind, event.id])).toEqual([
    ["capacity", eventId],
    ["capacity", eventId],
  ]);
  expect(items[0]?.shortage.cause).toBe(
    `All ${kits.length} of these kits are wanted elsewhere at that time.`,
  );
});

test("a moved event takes its kit along, loses it to whoever has it then, and two that change places keep theirs", async () => {
  const kit = await addKit(database(), "MOVE-01");
  const [moving] = await lives.kitted(1, "2035-04-02T10:00");
  const [standing] = await lives.kitted(1, "2035-04-20T10:00");
  await bind(moving, kit);
  await bind(standing, kit);
  await reschedule(moving, "2035-04-06T10:00");
  expect(await firstNeed(moving)).toMatchObject({
    unit: { id: kit },
    windowStart: "2035-04-05T14:00:00.000Z",
    windowEnd: "2035-04-07T16:00:00.000Z",
  });

  const pair = [await lives.see(moving), await lives.see(standing)] as const;
  const input = swapSlotsInput.parse({
    eventId: moving,
    otherEventId: standing,
    version: pair[0].version,
    otherVersion: pair[1].version,
    reason: "The weather.",
    notifyStaff: false,
    notifyClient: false,
    override: { reason: "Agreed." },
  });
  await runCommand(database(), eventSwap, { type: "swapSlots", ...input }, { actor: admin });
  await world.settled();
  expect([await firstNeed(moving), await firstNeed(standing)]).toMatchObject([
    { unit: { id: kit }, windowStart: "2035-04-19T14:00:00.000Z" },
    { unit: { id: kit }, windowStart: "2035-04-05T14:00:00.000Z" },
  ]);

  const newDate = "2035-04-06T18:00";
  expect((await previewKitMove(database(), { eventId: moving, newDate })).kits).toMatchObject([
    { code: "MOVE-01", effect: "released", because: { eventId: standing } },
  ]);
  await reschedule(moving, newDate);
  expect(await firstNeed(moving)).toMatchObject({ unit: null, windowStart: "2035-04-05T22:00:00.000Z" });

  const { version } = await lives.see(standing);
  const cancel = cancelInput.parse({ eventId: standing, version, reason: "Storm.", notifyClient: false });
  await runCommand(database(), eventLife, { type: "cancel", ...cancel }, { actor: admin });
  await world.settled();
  expect(await needsOf(standing)).toEqual([]);
  await bind(moving, kit);
  expect((await firstNeed(moving)).unit?.code).toBe("MOVE-01");
});

test("a kit that is overdue puts the next event at risk, and nobody can bind it", async () => {
  const kit = await addKit(database(), "LATE-01");
  const [out] = await lives.kitted(1, "2035-05-02T10:00");
  const [next] = await lives.kitted(1, "2035-05-20T10:00");
  const [third] = await lives.kitted(1, "2035-05-30T10:00");
  await bind(out, kit);
  await bind(next, kit);
  await pack(out);
  await takeOut(out, "2026-01-01T12:00:00Z");
  expect(await checkOverdueKits(database())).toBe(1);
  await world.settled();
  expect((await firstNeed(next)).shortage).toMatchObject({
    cause: expect.stringMatching(/^LATE-01 is still out at EV-/),
    isWhole: true,
  });
  expect((await typesOf(next)).at(-1)).toMatchObject({
    type: "KIT_SHORTAGE_RAISED",
    source: "workflow.check-kit-needs",
  });
  expect(await checkOverdueKits(database())).toBe(0);
  const waiting = await firstNeed(third);
  const wish = wishToBind(waiting.id, waiting.version, kit);
  const refusal = runCommand(database(), kitNeeds, wish, { actor: admin });
  await expect(refusal).rejects.toMatchObject({ details: { rule: "kit_still_out" } });
});

test("the board, the days ahead and the packing list show what is wanted and what there is", async () => {
  const kit = await addKit(database(), "SHOW-01");
  const [bound] = await lives.kitted(1, "2035-06-22T10:00");
  const [open] = await lives.kitted(2, "2035-06-22T12:00");
  await bind(bound, kit);
  const range = { from: "2035-06-21T00:00:00Z", to: "2035-06-25T00:00:00Z" };
  const board = await kitBoard(database(), kitBoardInput.parse({ ...range, q: "SHOW" }));
  expect(board.kits).toMatchObject([{ code: "SHOW-01", status: "available", uses: [{ eventId: bound }] }]);
  const whole = await kitBoard(database(), kitBoardInput.parse({ ...range, kitTemplateId }));
  expect(whole.unbound.map(({ eventId }) => eventId)).toEqual([open, open]);

  const { templates } = await kitAvailability(
    database(),
    availabilityInput.parse({ from: "2035-06-20T00:00:00Z", days: 6 }),
  );
  const tea = templates.find(({ kitTemplateId: id }) => id === kitTemplateId);
  // The kit of the test before is overdue, so it is taken for as long as anybody looks.
  expect(tea?.peaks).toEqual([1, 4, 4, 4, 1, 1]);

  const { items } = await preparationList(database(), preparationInput.parse(range));
  const ofBound = items.find(({ event }) => event.id === bound);
  expect(ofBound).toMatchObject({
    day: "2035-06-21",
    unit: { code: "SHOW-01" },
    lines: [{ name: "Thermos", quantity: 6, inKit: 6 }, {}, {}],
    shortage: null,
  });
});
