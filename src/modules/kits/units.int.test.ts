import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { kitTemplateFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { admin, manager } from "@/testing/builders/actors";
import { kitTemplateId } from "@/testing/builders/bookings";
import { addKit, lineTeaKit, teaParts } from "@/testing/builders/kits";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { refusalOf } from "@/testing/refusal-of";
import { createKitInput, keepKitInput, updateKitInput } from "./inputs/records";
import { kitListInput, moveComponentsInput, takeStockInput } from "./inputs/units";
import { kitRecords, kitUnits, stockTakes } from "./module";
import { kitByCode, kitById, kitPlaces } from "./queries/kit-by-id";
import { listKits } from "./queries/kit-list";
import { listTemplates, templateById } from "./queries/kit-templates";
import { kitUtilisation } from "./queries/utilisation";

let world: HandledWorld;
let parts: Awaited<ReturnType<typeof lineTeaKit>>;
beforeAll(async () => {
  world = await createHandledWorld({ mail: false });
  parts = await lineTeaKit(world.database);
});
afterAll(() => world.close());

const db = () => world.database;
const some = (part: keyof typeof teaParts, quantity: number) => ({ componentId: parts[part], quantity });

async function move(kind: string, lines: readonly object[], more: object = {}) {
  const input = moveComponentsInput.parse({ kind, parts: lines, reason: "Counted by two.", ...more });
  const answer = await runCommand(db(), kitUnits, { type: "moveComponents", ...input }, { actor: admin });
  await world.settled();
  return answer;
}

async function editTemplate(lines: readonly object[], version: number) {
  await runCommand(
    db(),
    directory,
    {
      type: "update",
      recordType: "kitTemplate",
      recordId: kitTemplateId,
      version,
      fields: kitTemplateFields.parse({ name: "Tea kit", lines }),
    },
    { actor: admin },
  );
}

const heldOf = async (kitInstanceId: string) =>
  (await kitById(db(), kitInstanceId)).parts.map(({ name, held, asked }) => [name, held, asked]);
const list = (input: object) => listKits(db(), kitListInput.parse(input));

test("a new kit lies at its home, holds what its template says and has a code of its own", async () => {
  const input = createKitInput.parse({ fields: { kitTemplateId, code: " tea-01 ", home: "Shelf 4" } });
  const made = await runCommand(db(), kitRecords, { type: "create", ...input }, { actor: admin });
  const id = made.result?.recordId ?? "";
  const kit = await kitById(db(), id);
  expect(kit).toMatchObject({ code: "TEA-01", status: "available", templateName: "Tea kit", version: 1 });
  expect(kit.parts.map(({ name, held, debt }) => [name, held, debt])).toEqual([
    ["Thermos", 6, null],
    ["Burner", 1, null],
    ["Paper cup", 200, null],
  ]);
  expect(kit.custody).toMatchObject([{ holderName: null, until: null, condition: "good" }]);
  const facts = await db().query(sql`
    SELECT type, source, correlation_id AS chain FROM event_log WHERE id = ANY (${[...made.eventIds]}::uuid[]) ORDER BY position`);
  expect(facts).toEqual([
    { type: "DIRECTORY_RECORD_CREATED", source: "directory.create", chain: id },
    { type: "KIT_COMPONENTS_MOVED", source: "directory.create", chain: id },
  ]);
  const twin = runCommand(db(), kitRecords, { type: "create", ...input }, { actor: admin });
  expect(await refusalOf(twin)).toBe("CONFLICT");
  expect(await kitByCode(db(), "TEA-01")).toMatchObject({ kitInstanceId: id, home: "Shelf 4" });
  expect(await kitPlaces(db())).toEqual([{ place: "Shelf 4", kits: 1 }]);
});

test("a kit says what it lacks, since when and by which fact, and what it borrowed until it is given back", async () => {
  const id = await addKit(db(), "TEA-11");
  const lender = await addKit(db(), "TEA-12");
  await move("missing", [some("thermos", 2)], { kitInstanceId: id });
  const { eventIds } = await move("missing", [some("cups", 20)], { kitInstanceId: id });
  const debtOf = async (part: string) =>
    (await kitById(db(), id)).parts.find(({ name }) => name === part)?.debt ?? null;
  expect(await debtOf("Paper cup")).toMatchObject({
    quantity: 20,
    cause: { factId: eventIds[0], kind: "missing", byName: "Ana Admin", reason: "Counted by two." },
  });
  const first = await debtOf("Thermos");
  // What is missing on top of it does not begin the debt anew.
  await move("missing", [some("thermos", 1)], { kitInstanceId: id });
  expect(await debtOf("Thermos")).toEqual({ ...first, quantity: 3 });

  await move("borrowed", [some("thermos", 3)], { kitInstanceId: id, otherKitInstanceId: lender });
  expect(await debtOf("Thermos")).toBeNull();
  expect((await kitById(db(), id)).loans).toMatchObject([
    { name: "Thermos", quantity: 3, direction: "borrowed", otherCode: "TEA-12" },
  ]);
  expect((await kitById(db(), lender)).loans).toMatchObject([
    { quantity: 3, direction: "lent", otherCode: "TEA-11" },
  ]);
  const back = { kitInstanceId: id, otherKitInstanceId: lender };
  expect(await refusalOf(move("given_back", [some("thermos", 4)], back))).toBe("not_borrowed");
  await move("given_back", [some("thermos", 3)], back);
  expect((await kitById(db(), id)).loans).toEqual([]);
  expect(await refusalOf(move("given_back", [some("burner", 1)], back))).toBe("not_borrowed");
  // It is short of them anew: by what it gave back.
  expect(await debtOf("Thermos")).toMatchObject({ quantity: 3, cause: { kind: "given_back" } });
});

test("what was never acquired cannot be taken, however many ask for it at once", async () => {
  const id = await addKit(db(), "TEA-21", { contents: [] });
  await move("acquired", [some("burner", 1)]);
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => refusalOf(move("topped_up", [some("burner", 1)], { kitInstanceId: id }))),
  );
  expect(answers.sort()).toEqual(["not_enough", "not_enough", "not_enough", "not_enough", null]);
  const [row] = await db().query(sql`
    SELECT (SELECT sum(quantity)::integer FROM kit_stock WHERE component_id = ${parts.burner}) AS here,
      (SELECT sum(quantity)::integer FROM kit_movement
        WHERE component_id = ${parts.burner} AND from_place = 'outside') AS acquired`);
  expect(row?.["acquired"]).toBeGreaterThan(0);
  expect(row?.["here"]).toBe(row?.["acquired"]);
});

test("an edited template leaves its kits as they are, and shows which differ until they are brought to it", async () => {
  const id = await addKit(db(), "TEA-31");
  const { version } = await templateById(db(), kitTemplateId);
  expect(await listTemplates(db(), { includeArchived: false })).toMatchObject([
    { name: "Tea kit", lines: 3, version },
  ]);
  const { thermos, cups } = teaParts;
  const lines = [
    { id: parts.thermos, name: "Thermos flask", quantity: 7, usage: thermos.usage },
    { id: parts.cups, name: cups.name, quantity: cups.quantity, usage: cups.usage },
    { name: "Apron", quantity: 1, usage: "returnable" },
  ];
  await editTemplate(lines, version);
  expect(await heldOf(id)).toEqual([
    ["Thermos flask", 6, 7],
    ["Paper cup", 200, 200],
    ["Apron", 0, 1],
    ["Burner", 1, 0],
  ]);
  const apron = (await kitById(db(), id)).parts.find(({ name }) => name === "Apron");
  expect(apron?.debt).toMatchObject({ quantity: 1, cause: null });
  const differing = (await templateById(db(), kitTemplateId)).differing.find(({ code }) => code === "TEA-31");
  expect(differing?.parts.map(({ name, by }) => [name, by])).toEqual([
    ["Thermos flask", -1],
    ["Apron", -1],
    ["Burner", 1],
  ]);

  await move("acquired", [some("thermos", 1)]);
  await move("acquired", [{ componentId: apron?.componentId ?? "", quantity: 1 }]);
  const input = { kitInstanceId: moveComponentsInput.shape.kitInstanceId.unwrap().parse(id) };
  await runCommand(db(), kitUnits, { type: "matchTemplate", ...input }, { actor: admin });
  expect(await heldOf(id)).toEqual([
    ["Thermos flask", 7, 7],
    ["Paper cup", 200, 200],
    ["Apron", 1, 1],
  ]);
  // A part that is asked for again is the one that was there before.
  await editTemplate(
    [...lines.slice(0, 2), { name: "burner", quantity: 1, usage: "returnable" }],
    version + 1,
  );
  const burner = (await templateById(db(), kitTemplateId)).parts.find(({ name }) => name === "burner");
  expect(burner?.componentId).toBe(parts.burner);
  const strange = [{ ...lines[0], id: kitTemplateId }];
  expect(await refusalOf(editTemplate(strange, version + 2))).toBe("INVALID");
});

test("stock that is taken finds what is not there, and what was counted is kept", async () => {
  const there = await addKit(db(), "TEA-41", { home: "Van 2" });
  await addKit(db(), "TEA-42", { home: "Van 2" });
  const input = takeStockInput.parse({ place: "Van 2", kitInstanceIds: [there], spares: [some("cups", 40)] });
  const { result, eventIds } = await runCommand(
    db(),
    stockTakes,
    { type: "takeStock", ...input },
    { actor: admin },
  );
  expect(result.notSeen.map(({ code }) => code)).toEqual(["TEA-42"]);
  const facts = await db().query(sql`
    SELECT type, source FROM event_log WHERE id = ANY (${[...eventIds]}::uuid[]) ORDER BY position`);
  expect(facts).toEqual([
    { type: "KIT_STOCK_TAKEN", source: "kits.take-stock" },
    { type: "KIT_COMPONENTS_MOVED", source: "kits.take-stock" },
  ]);
  expect((await list({ notSeen: true })).items.map(({ code }) => code)).toEqual(["TEA-42"]);
  expect(
    (await templateById(db(), kitTemplateId)).parts.find(({ name }) => name === "Paper cup")?.spares,
  ).toBe(40);
});

test("a kit is edited and retired at home only, and brought back", async () => {
  const id = await addKit(db(), "TEA-51");
  const run = (type: "archive" | "restore", version: number) =>
    runCommand(
      db(),
      kitRecords,
      { type, ...keepKitInput.parse({ recordId: id, version }) },
      { actor: admin },
    );
  const update = (version: number) =>
    runCommand(
      db(),
      kitRecords,
      {
        type: "update",
        ...updateKitInput.parse({ recordId: id, version, fields: { code: "TEA-52", home: "Shelf 9" } }),
      },
      { actor: admin },
    );
  await update(1);
  expect(await refusalOf(update(1))).toBe("CONFLICT");
  expect(await kitById(db(), id)).toMatchObject({ code: "TEA-52", home: "Shelf 9", version: 2 });
  const held = sql`UPDATE kit_custody SET until_at = now() WHERE kit_instance_id = ${id}`;
  await db().execute(held);
  await db().execute(sql`
    INSERT INTO kit_custody (id, kit_instance_id, holder_id, from_at, condition)
    VALUES (gen_random_uuid(), ${id}, ${manager.id}, now(), 'good')`);
  expect(await refusalOf(run("archive", 2))).toBe("kit_out");
  expect((await list({ status: ["in_use"] })).items).toMatchObject([
    { code: "TEA-52", holderName: "Mia Manager" },
  ]);
  expect(await kitUtilisation(db(), 30)).toMatchObject([{ name: "Tea kit", uses: 1 }]);
  await db().execute(sql`DELETE FROM kit_custody WHERE kit_instance_id = ${id} AND holder_id IS NOT NULL`);
  await run("archive", 2);
  expect((await list({ q: "TEA-52" })).total).toBe(0);
  expect((await list({ q: "TEA-52", includeRetired: true })).items).toMatchObject([{ status: "retired" }]);
  expect(await refusalOf(update(3))).toBe("kit_retired");
  await run("restore", 3);
  expect(await kitById(db(), id)).toMatchObject({ status: expect.any(String), version: 4 });
});

test("the list is read page by page in the order of codes, narrowed as asked", async () => {
  const all = await list({});
  const first = await list({ limit: 3 });
  const second = await list({ limit: 3, cursor: first.nextCursor });
  const codes = [...first.items, ...second.items].map(({ code }) => code);
  expect(codes).toEqual(all.items.slice(0, 6).map(({ code }) => code));
  expect(first.total).toBe(all.items.length);
  expect((await list({ home: "Van 2" })).total).toBe(2);
  expect((await list({ differs: true })).items.every(({ differs }) => differs)).toBe(true);
  expect((await list({ kitTemplateId: admin.id })).total).toBe(0);
});
