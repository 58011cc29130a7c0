import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as exportTimesheet } from "@/app/api/timesheets/route";
import { GET as readCalendar } from "@/app/calendar/[file]/route";
import { sql } from "@/db/sql";
import { cookieFor, people } from "@/testing/matrix/actors";
import { call } from "@/testing/matrix/call";
import { catchLog } from "@/testing/matrix/log-lines";
import { createMatrixWorld, type MatrixWorld } from "@/testing/matrix/world";

/** The two doors of attendance beside the procedures: the file of a timesheet and the feed of a calendar. */

let world: MatrixWorld;
beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
});
afterAll(() => world.close());

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10);
const period = `from=${days(-1)}&to=${days(1)}`;

function csv(query: string, cookie: string | null) {
  const headers = cookie === null ? {} : { cookie };
  return exportTimesheet(new Request(`http://localhost:3000/api/timesheets?${query}`, { headers }));
}

test("the file holds what its reader may see, and pay for whom it is for", async () => {
  await world.staged.database.execute(sql`
    UPDATE person SET name = '=HYPERLINK("http://evil.example")' WHERE id = ${people.agent.id}`);
  const answer = await csv(period, cookieFor("admin"));
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="timesheet-${days(-1)}-to-${days(1)}.csv"`,
  );
  const [head = "", ...lines] = (await answer.text()).trimEnd().split("\r\n");
  expect(head).toContain("Planned start (venue time)");
  expect(head).toMatch(/Rate,Currency,Amount$/);
  expect(lines).toHaveLength(4);
  expect(lines.join("\n")).toContain("'=HYPERLINK");
  const managers = await (await csv(period, cookieFor("manager"))).text();
  expect(managers.trimEnd().split("\r\n")).toHaveLength(3);
  expect(managers).not.toContain("Rate");
  expect(managers).not.toContain("28.5");
});

test.each([
  ["nobody", null, period, 401],
  ["a client", "clientA" as const, period, 403],
  ["an admin who names no period", "admin" as const, "", 400],
  ["an admin who names no real day", "admin" as const, "from=2026-99-99&to=2026-99-99", 400],
  ["an admin who asks for a year", "admin" as const, "from=2026-01-01&to=2026-12-31", 400],
  ["an admin who asks for something else", "admin" as const, `${period}&role=admin`, 400],
])("%s gets no file", async (_name, actor, query, status) => {
  const answer = await csv(query, actor && cookieFor(actor));
  expect(answer.status).toBe(status);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

const calendar = (file: string) =>
  readCalendar(new Request("http://localhost:3000/calendar/x"), { params: Promise.resolve({ file }) });

test("a feed tells time and place until its address is renewed or ended", async () => {
  const make = async () => {
    const { data } = await call("staffing.makeCalendarFeed", undefined, cookieFor("agent"));
    return String((data as { readonly path: string }).path).replace("/calendar/", "");
  };
  const first = await make();
  const answer = await calendar(first);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-robots-tag")).toContain("noindex");
  const text = await answer.text();
  expect(text).toContain("BEGIN:VEVENT");
  expect(text).not.toContain("28.5");
  const kept = await world.staged.database.query<{ secret_digest: string }>(sql`
    SELECT secret_digest FROM calendar_feed`);
  expect(JSON.stringify(kept)).not.toContain(first.slice(0, 20));
  const second = await make();
  expect([(await calendar(first)).status, (await calendar(second)).status]).toEqual([404, 200]);
  await call("staffing.endCalendarFeed", undefined, cookieFor("agent"));
  expect((await calendar(second)).status).toBe(404);
});

test.each(["", "x.ics", "../../etc/passwd", `${"A".repeat(43)}.ics`, `${"A".repeat(43)}`])(
  "%j is no calendar",
  async (file) => {
    expect((await calendar(file)).status).toBe(404);
  },
);
