import { describe, expect, it } from "vitest";
import type { ImportMapping } from "./mapping";
import { planImport } from "./plan-import";
import { readCsv } from "./read-csv";

const columns = { externalId: "id", title: "title", start: "start", end: "end", venue: "venue" };
const mapping: ImportMapping = { columns, timeZone: "America/New_York", dateOrder: "mdy" };

/** Plans a file from its data rows: id, title, start, end, venue, then client, area, notes. */
function plan(rows: string[], changes: Partial<ImportMapping> = {}) {
  const header = "id,title,start,end,venue,client,area,notes";
  const file = readCsv(new TextEncoder().encode([header, ...rows].join("\n")));
  if (!file.ok) throw new Error(file.problem.code);
  return planImport(file, { ...mapping, ...changes });
}

const row = (
  id: string,
  day: string,
  rest: { title?: string; from?: string; to?: string; venue?: string } = {},
) =>
  `${id},${rest.title ?? "Market"},${day} ${rest.from ?? "10:00 AM"},${day} ${rest.to ?? "02:00 PM"},${rest.venue ?? "Pier"},,,`;

const codes = (problems: { row: number; code: string }[]) => problems.map(({ row: at, code }) => [at, code]);

describe("rows become bookings", () => {
  it("one per external id, with its dates in order over the clock change", () => {
    const { groups, problems } = plan([
      row("A", "11/08/2026"),
      row("B", "10/14/2026"),
      row("A", "10/25/2026"),
      row("A", "11/01/2026"),
    ]);
    expect(problems).toEqual([]);
    expect(groups.map((group) => [group.externalId, group.rowNumbers])).toEqual([
      ["A", [2, 4, 5]],
      ["B", [3]],
    ]);
    expect(groups[0]?.dates.map((date) => date.startsAt)).toEqual([
      "2026-10-25T14:00:00.000Z",
      "2026-11-01T15:00:00.000Z",
      "2026-11-08T15:00:00.000Z",
    ]);
    expect(groups[0]?.dates[0]).toEqual({
      localStart: "2026-10-25T10:00",
      startsAt: "2026-10-25T14:00:00.000Z",
      endsAt: "2026-10-25T18:00:00.000Z",
      note: null,
      rowNumber: 4,
    });
  });

  it("splits venues at commas, tidies blanks, drops repeats, keeps the order", () => {
    const venue =
      '"Park:  Lawn   ,WEST 62 STREET between AMSTERDAM AVENUE and COLUMBUS AVENUE,Park: Lawn,, Pier "';
    const { groups } = plan([row("A", "10/14/2026", { venue })]);
    expect(groups[0]?.venues).toEqual([
      "Park: Lawn",
      "WEST 62 STREET between AMSTERDAM AVENUE and COLUMBUS AVENUE",
      "Pier",
    ]);
  });

  it("takes client, prefix and notes where a column is chosen", () => {
    const { groups } = plan(['A,Market,10/14/2026 10:00,10/14/2026 11:00,Pier,Acme,Bronx,"two\nlines"'], {
      columns: { ...columns, client: "client", venuePrefix: "area", notes: "notes" },
    });
    expect(groups[0]).toMatchObject({
      venues: ["Bronx: Pier"],
      client: "Acme",
      notes: "two\nlines",
      category: null,
    });
  });
});

describe("a broken row is left out and named, the rest stays", () => {
  it.each([
    ["no id", row("", "10/14/2026"), "value-missing", "id"],
    ["no title", row("A", "10/14/2026", { title: " " }), "value-missing", "title"],
    ["no venue", row("A", "10/14/2026", { venue: '" , "' }), "value-missing", "venue"],
    ["a long id", row("x".repeat(101), "10/14/2026"), "value-too-long", "id"],
    ["an impossible date", "A,Market,02/30/2026 10:00,03/01/2026 10:00,Pier,,,", "date-wrong", "start"],
    ["no time", "A,Market,02/20/2026,03/01/2026 10:00,Pier,,,", "time-missing", "start"],
    ["an end before its start", row("A", "10/14/2026", { to: "09:00 AM" }), "end-before-start", "end"],
    ["an end at its start", row("A", "10/14/2026", { to: "10:00 AM" }), "end-before-start", "end"],
  ])("%s", (_, broken, code, column) => {
    const { groups, problems } = plan([row("B", "10/13/2026"), broken, row("A", "10/15/2026")]);
    expect(problems).toMatchObject([{ row: 3, column, severity: "error", code }]);
    expect(groups.map((group) => [group.externalId, group.rowNumbers])).toEqual([
      ["B", [2]],
      ["A", [4]],
    ]);
  });

  it("names every error of a row at once", () => {
    expect(plan([",,02/30/2026 10:00,,,Acme,,"]).problems.map((problem) => problem.column)).toEqual([
      "id",
      "title",
      "venue",
      "start",
      "end",
    ]);
  });
});

describe("a doubtful row is kept, and what was decided is said", () => {
  it("keeps formulas as text", () => {
    const { groups, problems } = plan(['A,"=HYPERLINK(""x"")",10/14/2026 10:00,10/14/2026 11:00,@home,,,']);
    expect(groups[0]).toMatchObject({ title: '=HYPERLINK("x")', venues: ["@home"] });
    expect(codes(problems)).toEqual([
      [2, "formula-text"],
      [2, "formula-text"],
    ]);
  });

  it("moves a skipped time and takes the first of a repeated one", () => {
    const { groups, problems } = plan([
      row("A", "03/08/2026", { from: "02:30 AM" }),
      row("A", "11/01/2026", { from: "01:30 AM" }),
    ]);
    expect(groups[0]?.dates.map(({ localStart, startsAt, note }) => [localStart, startsAt, note])).toEqual([
      ["2026-03-08T02:30", "2026-03-08T07:30:00.000Z", "gap"],
      ["2026-11-01T01:30", "2026-11-01T05:30:00.000Z", "overlap"],
    ]);
    expect(problems.map((problem) => problem.message)).toEqual([
      "The clocks skip this time, so it moves forward to 2026-03-08 03:30.",
      "The clocks show this time twice. The first of them is taken.",
    ]);
  });

  it("keeps the first row's title and venues where rows of one id disagree", () => {
    const { groups, problems } = plan([
      "A,Market,10/14/2026 10:00,10/14/2026 11:00,Pier,,,",
      "A,Fair,10/15/2026 10:00,10/15/2026 11:00,Dock,,,",
    ]);
    expect(groups).toMatchObject([{ title: "Market", venues: ["Pier"], rowNumbers: [2, 3] }]);
    expect(codes(problems)).toEqual([
      [3, "title-differs"],
      [3, "venue-differs"],
    ]);
  });

  it("keeps clients that count alike apart, whatever the case of their names", () => {
    const { groups, problems } = plan(
      [
        "1,Tour,10/14/2026 10:00,10/14/2026 11:00,Pier,Acme,,",
        "1,Launch,10/15/2026 10:00,10/15/2026 11:00,Dock,Beta,,",
        "1,Tour,10/16/2026 10:00,10/16/2026 11:00,Pier,ACME,,",
        "1,Walk,10/17/2026 10:00,10/17/2026 11:00,Dock,,,",
      ],
      { columns: { ...columns, client: "client" } },
    );
    expect(problems).toEqual([]);
    expect(groups.map(({ title, client, rowNumbers }) => [title, client, rowNumbers])).toEqual([
      ["Tour", "Acme", [2, 4]],
      ["Launch", "Beta", [3]],
      ["Walk", null, [5]],
    ]);
  });

  it("takes a repeated start once", () => {
    const { groups, problems } = plan([
      row("A", "10/14/2026"),
      row("A", "10/14/2026", { to: "03:00 PM" }),
      row("A", "10/15/2026"),
      row("A", "10/15/2026"),
    ]);
    expect(groups[0]?.dates.map((date) => date.rowNumber)).toEqual([2, 4]);
    expect(codes(problems)).toEqual([
      [3, "date-duplicate"],
      [5, "date-duplicate"],
    ]);
    expect(problems[0]?.message).toBe("A already has a date at this time, in row 2. It is taken once.");
  });

  it("points at a list of venues of exactly 500 characters, and at a date of more than 14 days", () => {
    const list = (length: number) => `"${"Park,".repeat(99)}${"x".repeat(length - 495)}"`;
    expect(codes(plan([row("A", "10/14/2026", { venue: list(500) })]).problems)).toEqual([[2, "venue-cut"]]);
    expect(plan([row("A", "10/14/2026", { venue: list(499) })]).problems).toEqual([]);
    const long = (end: string) => plan([`A,Market,10/01/2026 10:00,${end},Pier,,,`]).problems;
    expect(long("10/15/2026 10:00")).toEqual([]);
    expect(codes(long("10/16/2026 10:00"))).toEqual([[2, "unusually-long"]]);
  });
});

describe("limits and the file as a whole", () => {
  const days = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );

  it("takes 366 dates in one booking and refuses more, naming the first row", () => {
    expect(plan(days(366).map((day) => row("A", day))).groups[0]?.dates.length).toBe(366);
    const { groups, problems, refused } = plan([
      row("B", "2026-01-01"),
      ...days(367).map((day) => row("A", day)),
    ]);
    expect(refused.map((rows) => [rows[0], rows.length])).toEqual([[3, 367]]);
    expect(groups.map((group) => group.externalId)).toEqual(["B"]);
    expect(problems).toMatchObject([{ row: 3, severity: "error", code: "too-many-dates" }]);
  });

  it("finds the order of dates in the file, and asks when nothing tells", () => {
    const found = plan([row("A", "03/04/2026"), row("B", "14/04/2026")], { dateOrder: "auto" });
    expect(found.groups.map((group) => group.dates[0]?.localStart)).toEqual([
      "2026-04-03T10:00",
      "2026-04-14T10:00",
    ]);
    const open = plan([row("A", "03/04/2026")], { dateOrder: "auto" });
    expect(open.groups).toEqual([]);
    expect(codes(open.problems)).toEqual([[0, "date-order-ambiguous"]]);
  });

  it("refuses a column that the file does not have", () => {
    const { groups, problems } = plan([row("A", "03/04/2026")], { columns: { ...columns, venue: "where" } });
    expect(groups).toEqual([]);
    expect(problems).toMatchObject([{ row: 0, column: "where", code: "column-unknown" }]);
  });
});
