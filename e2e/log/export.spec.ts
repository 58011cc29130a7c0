import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { field } from "../fixtures/api";
import { expect, rowsOf, test } from "../fixtures/log-scene";
import type { Booking } from "../fixtures/scenes";

/** The text and the name of the file that the screen's filters leave. */
async function exported(
  page: Page,
  format: string,
): Promise<{ readonly name: string; readonly text: string }> {
  await page.getByRole("radio", { name: format }).check();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

function jsonLines(text: string): readonly unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}

/** Nothing that a person wrote or that names a person may leave without being asked for. */
function expectMasked(text: string, booking: Booking): void {
  expect(text).toContain("masked");
  expect(text).not.toContain(booking.title);
  expect(text).not.toMatch(/Victor|Hale|@muster\.test/);
}

test("the log is saved as each format, as the filters leave it and with personal fields masked (U-15, S-54)", async ({
  logPage,
  submitted: { booking },
}) => {
  await logPage.goto(`/log?id=${booking.number}`);
  await logPage.getByLabel("Export", { exact: true }).click();

  await test.step("CSV, with the columns of the list and its zone", async () => {
    const { name, text } = await exported(logPage, "CSV");
    expect(name).toMatch(/^muster-log-\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
    const [head = "", ...rows] = text.trimEnd().split("\r\n");
    expect(head).toContain("Time (UTC),Type,About,Actor");
    expect(rows.map((row) => row.split(",").slice(1, 3))).toEqual([
      ["BOOKING_SUBMITTED", booking.number],
      ["BOOKING_CREATED", booking.number],
    ]);
    expectMasked(text, booking);
  });

  await test.step("NDJSON, a log entry per line", async () => {
    const { text } = await exported(logPage, "NDJSON");
    const lines = jsonLines(text);
    expect(lines.map((line) => field(line, "type"))).toEqual(["BOOKING_SUBMITTED", "BOOKING_CREATED"]);
    expect(field(field(lines[0], "payload"), "bookingId")).toBe(booking.bookingId);
    expectMasked(text, booking);
  });

  await test.step("CloudEvents, a batch that points to its schemas", async () => {
    const { name, text } = await exported(logPage, "CloudEvents");
    expect(name).toMatch(/\.cloudevents\.json$/);
    const batch: unknown = JSON.parse(text);
    expect(batch).toMatchObject([
      { specversion: "1.0", type: "BOOKING_SUBMITTED", subject: `booking:${booking.bookingId}` },
      { specversion: "1.0", type: "BOOKING_CREATED", correlationid: booking.bookingId },
    ]);
    expect(text).toContain("/api/log/asyncapi.json#/components/schemas/BOOKING_SUBMITTED.v1");
    expectMasked(text, booking);
  });
  await expect(logPage.getByText(/^Saved, /)).toBeVisible();
});

test("a refusal is told in place", async ({ page, signInAs, context }) => {
  await signInAs("otherAdmin");
  await page.goto("/log");
  await page.getByLabel("Export", { exact: true }).click();
  await context.clearCookies();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Sign in to go on." })).toBeVisible();
});

test("personal fields leave for a reason, which stands in the log (S-54)", async ({
  strictPage,
  signInAs,
  submitted: { booking },
}) => {
  await signInAs("otherAdmin");
  await strictPage.goto(`/log?id=${booking.number}`);
  await strictPage.getByLabel("Export", { exact: true }).click();
  await strictPage.getByRole("checkbox", { name: "Leave personal fields readable" }).check();
  await strictPage.getByRole("button", { name: "Export", exact: true }).click();
  await expect(strictPage.getByText("Enter a reason.")).toBeVisible();
  const reason = `The client asked about ${booking.number}`;
  await strictPage.getByRole("textbox", { name: "Reason" }).fill(reason);
  const { text } = await exported(strictPage, "NDJSON");
  expect(text).toContain(booking.title);

  await strictPage.goto("/log?type=LOG_PERSONAL_DATA_VIEWED&range=1h");
  await rowsOf(strictPage).nth(1).getByRole("link").first().click();
  await expect(strictPage.getByRole("complementary", { name: "Log entry" })).toContainText(reason);
});

for (const who of ["client", "agent", "manager"] as const) {
  test(`a ${who} gets neither the log as a file nor its document`, async ({ page, signInAs, baseURL }) => {
    await signInAs(who);
    const file = await page.request.post("/api/log/export", {
      data: { format: "ndjson", filter: { range: "all" } },
      headers: { origin: baseURL ?? "" },
    });
    const document = await page.request.get("/api/log/asyncapi.json");
    expect([file.status(), document.status()]).toEqual([403, 403]);
    expect(`${await file.text()} ${await document.text()}`).not.toContain("BOOKING_");
  });
}

test("another site cannot make a browser export the log (S-13)", async ({ page, signInAs }) => {
  await signInAs("admin");
  const file = await page.request.post("/api/log/export", {
    data: { format: "ndjson", filter: {} },
    headers: { origin: "https://elsewhere.example" },
  });
  expect(file.status()).toBe(403);
});

test("the type catalog is searched, opened by its address, and leads to the entries of a type", async ({
  logPage,
}) => {
  await logPage.goto("/log");
  await logPage.getByRole("link", { name: "Type catalog" }).click();
  await expect(logPage.getByRole("heading", { level: 1, name: "Type catalog" })).toBeVisible();
  await logPage.getByRole("searchbox", { name: "Search the catalog" }).fill("position staff");
  await expect(logPage.getByRole("status").filter({ hasText: "3 of" })).toBeVisible();
  await logPage.getByRole("link", { name: "STAFF_CHECKED_IN" }).click();
  await expect(logPage).toHaveURL(/open=STAFF_CHECKED_IN/);

  await logPage.goto("/log/catalog?open=BOOKING_APPROVED");
  const pane = logPage.getByRole("complementary", { name: "Type" });
  await expect(pane).toContainText("An admin approved the listed dates of a booking.");
  await expect(pane.getByRole("listitem").filter({ hasText: "notes?" })).toContainText("free text");
  await pane.getByRole("link", { name: "Show its entries" }).click();
  await expect(logPage).toHaveURL(/\/log\?type=BOOKING_APPROVED/);
});
