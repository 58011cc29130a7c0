import { expect, test } from "vitest";
import type { ImportFileHead } from "./import-types";
import { mappingDefaults, mappingFormSchema, toTarget } from "./mapping-form";

const head: ImportFileHead = {
  fileId: "0192a000-0000-7000-8000-000000000001",
  name: "events.csv",
  headers: ["ID", "Name", "From", "To", "Place", "Area"],
  rows: [],
  rowCount: 0,
  guess: { externalId: "ID", title: "Name", start: "From", end: "To", venue: "Place" },
  timeZone: "America/New_York",
  problem: null,
};
const filled = { ...mappingDefaults(head, null), clientId: "0192a000-0000-7000-8000-000000000002" };

test("what the headers suggest is chosen already, and nothing else", () => {
  expect(mappingFormSchema.safeParse(filled).success).toBe(true);
  expect(filled).toMatchObject({
    title: "Name",
    venuePrefix: "",
    timeZone: "America/New_York",
    dateOrder: "auto",
  });
});

test("columns that were not chosen are left out, so the server does not look for them", () => {
  expect(toTarget(head.fileId, filled)).toEqual({
    fileId: head.fileId,
    clientId: filled.clientId,
    mapping: {
      columns: { externalId: "ID", title: "Name", start: "From", end: "To", venue: "Place" },
      timeZone: "America/New_York",
      dateOrder: "auto",
    },
  });
});

test("going back from the dry run shows what was chosen, not what was guessed", () => {
  const chosen = toTarget(head.fileId, {
    ...filled,
    venuePrefix: "Area",
    timeZone: "Europe/Berlin",
    client: "Name",
  });
  expect(mappingDefaults(head, chosen)).toEqual({
    ...filled,
    venuePrefix: "Area",
    timeZone: "Europe/Berlin",
    client: "Name",
  });
});

test.each([
  ["title", { title: "" }, "Choose the column with the title."],
  ["timeZone", { timeZone: "" }, "Choose the time zone of the venues."],
  ["clientId", { clientId: "" }, "Choose a client, or the column that names one."],
])("without %s it says what to choose", (field, change, message) => {
  const parsed = mappingFormSchema.safeParse({ ...filled, ...change });
  expect(parsed.error?.issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([
    [field, message],
  ]);
});
