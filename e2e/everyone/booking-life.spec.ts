import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { dayAfter, instantAt, nextClockChange } from "../fixtures/clock-change";
import { fillPlan, fillWeekly, fillWhatAndWhere, goOn } from "../fixtures/request-form";
import { makeVenue, unique } from "../fixtures/scenes";
import { untilHandled } from "../fixtures/until-handled";

/** The hour that Berlin skips in spring and shows twice in autumn. */
const START = "02:30";

const change = nextClockChange("Europe/Berlin", Date.now());
const [dayBefore, dayLater] = [dayAfter(change.day, -7), dayAfter(change.day, 7)];
const series = {
  /** A Sunday with the old offset, the night of the change, a Sunday with the new one. */
  starts: [
    instantAt(dayBefore, START, change.offsetBefore),
    instantAt(change.day, START, change.offsetBefore),
    instantAt(dayLater, START, change.offsetAfter),
  ] as const,
  /** The skipped hour moves on; the doubled one is taken the first time. */
  clocks: [START, change.kind === "forward" ? "03:30" : START, START] as const,
  note: change.kind === "forward" ? "The clocks go forward and skip 02:30" : "The clocks go back",
};

/** The line of a date within a part of the page. */
function lineAt(within: Locator, instant: string): Locator {
  const time = within.page().locator(`time[datetime="${instant}"]`);
  return within.getByRole("listitem").filter({ has: time }).first();
}

/** What the line of each of the three dates has to show. */
async function expectDates(within: Locator, texts: readonly (string | RegExp)[]): Promise<void> {
  for (const [at, text] of texts.entries()) {
    await expect(lineAt(within, series.starts[at] ?? "")).toContainText(text);
  }
}

test("a weekly booking over a clock change, from the request to its events", async ({ as, windowOf }) => {
  test.setTimeout(150_000);
  const venue = await makeVenue(await as("admin"));
  const [title, betterTitle] = [unique("Night market"), unique("Night bazaar")];
  const client = await windowOf("client");
  const admin = await windowOf("admin");

  const queueRow = admin.getByRole("row").filter({ hasText: title });
  await test.step("the admin looks at the queue, where nothing of it is yet", async () => {
    await admin.goto("/admin/bookings?sort=number");
    await expect(admin.getByRole("table", { name: "Bookings" })).toBeVisible();
    await expect(queueRow).toHaveCount(0);
  });

  await test.step("the client asks for three nights, the clock change called out", async () => {
    await client.goto("/client/bookings/new");
    await fillWhatAndWhere(client, title, venue);
    await goOn(client, "When");
    await fillWeekly(client, { first: dayBefore, last: dayLater, start: START });
    const meant = client.getByRole("region", { name: "The dates this means" });
    await expect(meant).toContainText("3 dates, Berlin time");
    await expectDates(meant, series.clocks);
    await expect(lineAt(meant, series.starts[1])).toContainText(series.note);
    await goOn(client, "What is to happen");
    await fillPlan(client, "Food stalls");
    await goOn(client, "Contact and notes");
    await goOn(client, "Check your answers");
    await expect(client.getByText(title)).toBeVisible();
    await expect(client.getByText(venue.name)).toBeVisible();
    await expectDates(client.getByRole("main"), series.clocks);
    await client.getByRole("button", { name: "Send request" }).click();
    await expect(client.getByRole("heading", { name: /^Request sent: BK-\d+$/ })).toBeVisible();
  });

  const number = (await client.getByRole("heading", { level: 1 }).innerText()).replace("Request sent: ", "");
  const bookingId = new URL(client.url()).pathname.split("/").at(-2) ?? "";

  await test.step("it arrives in the admin's queue without reloading", async () => {
    await expect(queueRow).toContainText(number);
    await expect(queueRow).toContainText("Submitted");
    await expect(queueRow).toContainText("0 of 3");
    await queueRow.getByRole("link", { name: number }).click();
    const pane = admin.getByRole("complementary", { name: `${number} ${title}` });
    await pane.getByRole("link", { name: "Ask for changes" }).click();
  });

  await test.step("the admin asks for another title and suggests one", async () => {
    await client.getByRole("link", { name: `Open ${number}` }).click();
    await expect(client.getByRole("heading", { level: 1, name: title })).toBeVisible();
    const form = admin.getByRole("form", { name: `Ask for changes to ${number}` });
    await form.getByRole("checkbox", { name: "Title" }).check();
    await form.getByRole("textbox", { name: "Reason" }).fill("Another market has this name");
    await form.getByRole("textbox", { name: "Suggested title (optional)" }).fill(betterTitle);
    await form.getByRole("button", { name: "Ask for changes" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: `${number} ${title}` })).toBeVisible();
  });

  await test.step("the client sees it at once, takes the suggestion by one press and sends again", async () => {
    await expect(client.getByText("The agency asks you to change one thing")).toBeVisible();
    await client.getByRole("link", { name: "Answer the changes" }).click();
    await expect(client.getByRole("heading", { name: "What the agency asks" })).toBeVisible();
    await expect(client.getByText("Another market has this name")).toBeVisible();
    await client.getByRole("button", { name: "Use this" }).click();
    await expect(client.getByText("Taken over")).toBeVisible();
    await expect(client.getByRole("textbox", { name: "Title" })).toHaveValue(betterTitle);
    await client.getByRole("button", { name: "Send again" }).click();
    await expect(client.getByRole("heading", { name: `Request sent: ${number}` })).toBeVisible();
    await client.getByRole("link", { name: `Open ${number}` }).click();
    await expectDates(client.getByRole("main"), ["Undecided", "Undecided", "Undecided"]);
  });

  await test.step("the admin declines one night with a reason and approves the others", async () => {
    await expect(admin.getByRole("heading", { level: 1, name: `${number} ${betterTitle}` })).toBeVisible();
    await admin.getByRole("link", { name: "Decide…" }).click();
    const form = admin.getByRole("form", { name: `Decide ${number}` });
    await expectDates(form, ["Venue free", "Venue free", "Venue free"]);
    const night = lineAt(form, series.starts[1]);
    await night.getByText("Decline", { exact: true }).click();
    await night.getByRole("textbox", { name: "Reason" }).fill("Nobody should count hours that night");
    await expect(form.getByRole("status").filter({ hasText: "2 approve · 1 decline" })).toContainText(
      "creates 2 events",
    );
    await form.getByRole("button", { name: "Record decision" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: `${number} ${betterTitle}` })).toBeVisible();
  });

  await test.step("the client sees each verdict at once, with its reason", async () => {
    await expectDates(client.getByRole("main"), [/EV-\d+/, "Declined", /EV-\d+/]);
    await expect(lineAt(client.getByRole("main"), series.starts[1])).toContainText(
      "Nobody should count hours that night",
    );
  });

  await test.step("both read the same history in plain words", async () => {
    for (const page of [client, admin]) {
      for (const words of [
        "submitted 3 dates for review",
        "asked for 1 change",
        "approved 2 dates",
        "declined 1 date",
        "created 2 events from the approved dates",
      ]) {
        await expect(page.getByText(words).first()).toBeAttached();
      }
    }
  });

  await untilHandled(bookingId);
  await test.step("both were told", async () => {
    // Both verdicts are one group, under what the newest says.
    await expectMessage(client, `1 date of ${number} is declined`, [
      "Nobody should count hours that night",
      `2 dates of ${number} are approved`,
    ]);
    await expectMessage(admin, `2 events of ${number} are planned`, [betterTitle]);
  });

  await test.step("the events stand at the same local time before and after the change", async () => {
    await admin.goto(`/admin/events?q=${encodeURIComponent(betterTitle)}`);
    const rows = admin
      .getByRole("table", { name: "Events" })
      .getByRole("row")
      .filter({ hasText: betterTitle });
    await expect(rows).toHaveCount(2);
    for (const instant of [series.starts[0], series.starts[2]]) {
      const row = rows.filter({ has: admin.locator(`time[datetime="${instant}"]`) });
      await expect(row).toContainText(`${START}–06:30, Berlin time`);
    }
    for (const day of [dayBefore, dayLater]) {
      await admin.goto(`/admin/calendar?month=${day.slice(0, 7)}&day=${day}`);
      const cell = admin.getByRole("listitem").filter({ has: admin.locator(`time[datetime="${day}"]`) });
      await expect(cell).toContainText(START);
      await expect(admin.getByRole("complementary").getByRole("link", { name: betterTitle })).toContainText(
        `${START}–06:30, Berlin time`,
      );
    }
  });

  await test.step("the log tells how it all came about", async () => {
    await admin.goto(`/log?id=${number}`);
    const log = admin.getByRole("table", { name: "Log entries" });
    for (const type of [
      "BOOKING_CREATED",
      "BOOKING_SUBMITTED",
      "BOOKING_CHANGES_REQUESTED",
      "BOOKING_UPDATED",
      "BOOKING_APPROVED",
      "BOOKING_DATES_DECLINED",
      "EVENT_INSTANCES_GENERATED",
    ]) {
      await expect(log.getByRole("cell", { name: type, exact: true }).first()).toBeVisible();
    }
  });
});

async function expectMessage(page: Page, title: string, texts: readonly string[]): Promise<void> {
  const bell = page
    .locator("summary")
    .filter({ visible: true })
    .and(page.getByLabel(/^Notifications, \d+ unread$/));
  await expect(bell).toBeVisible();
  await bell.click();
  const group = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title }) });
  for (const text of texts) await expect(group.first()).toContainText(text);
  await expect(group.first()).toContainText("Unread");
  await page.keyboard.press("Escape");
}
