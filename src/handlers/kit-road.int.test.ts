import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import type { CustodyCommand } from "@/modules/kits/custody/commands";
import { checkOutKitInput, handOverInput, prepareInput, returnKitInput } from "@/modules/kits/inputs/custody";
import { bindKitInput, resolveShortageInput } from "@/modules/kits/inputs/needs";
import { inspectInput } from "@/modules/kits/inputs/units";
import { kitCustody, kitNeeds, kitUnits } from "@/modules/kits/module";
import { needsOfEvent } from "@/modules/kits/queries/needs-of-event";
import { scanKit } from "@/modules/kits/queries/scan-kit";
import { admin, agent, manager, testId } from "@/testing/builders/actors";
import { addKit, lineTeaKit } from "@/testing/builders/kits";
import { keepPhoto } from "@/testing/builders/photos";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { livedEvents } from "@/testing/lived-events";
import { addMinutes, localDateTime } from "@/values/venue-time";

/** A kit goes its whole way, with the real handlers: what one event breaks, the next one hears of. */

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  await world.database.execute(sql`
    INSERT INTO person (id, name, email, role) VALUES (${agent.id}, 'Bo Agent', 'bo@people.example', 'agent')`);
});
afterAll(() => world.close());

type HandledCommand = Exclude<CustodyCommand, { readonly type: "resolveIssue" }>;

async function handle(command: HandledCommand): Promise<void> {
  await runCommand(world.database, kitCustody, command, { actor: manager });
  await world.settled();
}

async function needOf(eventId: string) {
  const [need] = (await needsOfEvent(world.database, admin, eventId)).needs;
  if (!need) throw new Error("the event needs no kit");
  return need;
}

const factsOf = async (eventId: string) => {
  const rows = await world.database.query<{ type: string }>(sql`
    SELECT type FROM event_log WHERE category = 'kit' AND payload ->> 'eventId' = ${eventId} ORDER BY position`);
  return rows.map(({ type }) => type);
};

test("bound, packed short, out, over, back in parts and broken; inspected, short for the next, resolved, ready", async () => {
  const { database } = world;
  const lives = livedEvents(world);
  const parts = await lineTeaKit(database);
  await database.execute(sql`
    INSERT INTO kit_stock (component_id, place, quantity) VALUES (${parts.thermos}, 'spares', 5)`);
  const kitInstanceId = await addKit(database, "ROAD-01");
  const inDays = (days: number) => localDateTime(addMinutes(new Date(), days * 1440), "America/New_York");
  const [first] = await lives.kitted(1, inDays(10));
  const [next] = await lives.kitted(1, inDays(30));
  for (const eventId of [first, next]) {
    await lives.makeReady(eventId);
    const { id, version } = await needOf(eventId);
    const bind = bindKitInput.parse({ kitAssignmentId: id, version, kitInstanceId });
    await runCommand(database, kitNeeds, { type: "bind", ...bind }, { actor: admin });
  }
  await world.settled();
  const count = (thermos: number) => [
    { componentId: parts.thermos, quantity: thermos },
    { componentId: parts.burner, quantity: 1 },
    { componentId: parts.cups, quantity: 200 },
  ];

  const { id: kitAssignmentId } = await needOf(first);
  const short = { kitAssignmentId, lines: count(5), shortReason: "One is in repair." };
  await handle({ type: "prepare", ...prepareInput.parse(short) });

  const scan = await scanKit(database, manager, { eventId: first, code: "road-01" });
  expect(scan).toMatchObject({ kind: "here", kitAssignmentId, kitInstanceId });
  const out = { kitAssignmentId, kitInstanceId, holderId: manager.id, expectedReturn: inDays(11) };
  await handle({ type: "checkOut", ...checkOutKitInput.parse(out) });
  const over = { kitAssignmentId, toPersonId: agent.id, condition: "good" };
  await handle({ type: "handOver", ...handOverInput.parse(over) });

  const photoId = await keepPhoto(database, { id: testId(54, 1), uploadedBy: manager.id });
  const damage = { description: "Does not light.", severity: "severe" };
  const broken = { componentId: parts.burner, quantity: 1, damage };
  const partial = { kitAssignmentId, lines: [broken], isLast: false, photoIds: [photoId] };
  await handle({ type: "return", ...returnKitInput.parse(partial) });
  const rest = { kitAssignmentId, lines: [{ componentId: parts.thermos, quantity: 4 }] };
  await handle({ type: "return", ...returnKitInput.parse(rest) });
  const issues = await database.query<{ photo_urls: string[] }>(sql`
    SELECT photo_urls FROM event_issue WHERE kit_assignment_id = ${kitAssignmentId} ORDER BY reported_at`);
  expect(issues).toEqual([{ photo_urls: [`/photos/${photoId}`] }, { photo_urls: [] }]);
  expect(await factsOf(next)).toContain("KIT_SHORTAGE_RAISED");

  const inspected = { kitInstanceId, condition: "good", notes: "A new burner." };
  await runCommand(
    database,
    kitUnits,
    { type: "inspect", ...inspectInput.parse(inspected) },
    { actor: admin },
  );
  await world.settled();
  const { id, version } = await needOf(next);
  const resolve = resolveShortageInput.parse({ kitAssignmentId: id, version, way: { kind: "spares" } });
  await runCommand(database, kitNeeds, { type: "resolveShortage", ...resolve }, { actor: admin });
  await world.settled();
  expect((await lives.see(next)).status).toBe("preparing");

  await handle({ type: "prepare", ...prepareInput.parse({ kitAssignmentId: id, lines: count(6) }) });
  expect((await lives.see(next)).status).toBe("ready");
});
