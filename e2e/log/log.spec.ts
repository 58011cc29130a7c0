import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { textField } from "../fixtures/api";
import { decide, makeSubmitted, makeVenue } from "../fixtures/scenes";
import { untilHandled } from "../fixtures/until-handled";

const rowsOf = (page: Page) => page.getByRole("table", { name: "Log entries" }).getByRole("row");

test("every kind of filter finds its entries from the address, says so and comes off (U-5, U-7, U-45)", async ({
  as,
  strictPage,
  signInAs,
}) => {
  test.setTimeout(120_000);
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const { bookingId, number } = await makeSubmitted(client, { venueId: venue.id });
  await untilHandled(bookingId);
  const actor = textField(await client.query("account.me"), "personId");
  await signInAs("admin");
  const rows = rowsOf(strictPage);
  const chain = `chain=${bookingId}`;
  const now = Date.now();
  const [from, to] = [now - 3_600_000, now + 3_600_000].map((ms) => new Date(ms).toISOString());
  for (const [address, count, chip] of [
    [`id=${number}`, 2, `About: ${number}`],
    [`id=${bookingId}`, 2, `About: ${bookingId}`],
    [`${chain}&range=1h`, 2, `Chain: ${bookingId}`],
    [`${chain}&type=BOOKING_SUBMITTED`, 1, "Type: BOOKING_SUBMITTED"],
    [`${chain}&type=BOOKING_SUBMITTED,BOOKING_CREATED`, 2, "Type: BOOKING_SUBMITTED, BOOKING_CREATED"],
    [`${chain}&category=booking`, 2, "Category: booking"],
    [`${chain}&source=bookings.submit`, 1, "Source: bookings.submit"],
    [`${chain}&actor=${actor}`, 2, "Actor: "],
    [`${chain}&state=done&handler=notification`, 1, "Handler: notification done"],
    [`${chain}&from=${from}&to=${to}`, 2, "Time: "],
    [`id=${encodeURIComponent(venue.name)}`, 1, `About: ${venue.name}`],
  ] as const) {
    await test.step(address, async () => {
      await strictPage.goto(`/log?${address}`);
      await expect(rows).toHaveCount(count + 1);
      const remove = strictPage.getByRole("button", { name: `Remove filter ${chip}` });
      await expect(remove).toBeVisible();
      await expect(strictPage.getByText(count === 1 ? "1 entry" : `${count} entries`)).toBeVisible();
    });
  }

  await test.step("a filter that leaves nothing says so, and comes off", async () => {
    await strictPage.goto(`/log?${chain}&category=kit`);
    await expect(strictPage.getByText("No log entries match these filters")).toBeVisible();
    await strictPage.getByRole("button", { name: "Remove filter Category: kit" }).click();
    await expect(rows).toHaveCount(3);
    await expect(strictPage).toHaveURL(/\?chain=/);
  });
});

test("an entry is found and read by keyboard alone (U-2, U-3)", async ({ as, strictPage, signInAs }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await untilHandled(booking.bookingId);
  await signInAs("admin");
  await strictPage.goto("/log?range=1h");
  await expect(rowsOf(strictPage).nth(1)).toBeVisible();
  const { keyboard } = strictPage;
  await keyboard.press("/");
  await keyboard.type(booking.number);
  await keyboard.press("Enter");
  await expect(rowsOf(strictPage)).toHaveCount(3);
  await keyboard.press("Escape");
  await keyboard.press("j");
  await keyboard.press("Enter");
  const pane = strictPage.getByRole("complementary", { name: "Log entry" });
  await expect(pane.getByRole("heading", { name: "BOOKING_SUBMITTED" })).toBeVisible();
  await expect(pane).toContainText(`"bookingId": "${booking.bookingId}"`);
  await keyboard.press("ArrowDown");
  await expect(pane.getByRole("heading", { name: "BOOKING_CREATED" })).toBeVisible();
  await keyboard.press("k");
  await expect(pane.getByRole("heading", { name: "BOOKING_SUBMITTED" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(pane).toBeHidden();
  await keyboard.press("x");
  await expect(strictPage.getByRole("region", { name: "Selected rows" })).toContainText("1 entry selected");
  await keyboard.press("Escape");
  await expect(strictPage.getByRole("region", { name: "Selected rows" })).toHaveCount(0);
});

test("an entry says what it holds, who handled it and what followed", async ({
  as,
  context,
  strictPage,
  signInAs,
}) => {
  const admin = await as("admin");
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await decide(admin, booking);
  await untilHandled(booking.bookingId);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("admin");
  await strictPage.goto(`/log?chain=${booking.bookingId}&type=BOOKING_APPROVED`);
  await rowsOf(strictPage).filter({ hasText: booking.number }).getByRole("link").first().click();
  const pane = strictPage.getByRole("complementary", { name: "Log entry" });
  for (const handler of ["notification", "workflow", "reporting"]) {
    await expect(pane.getByRole("listitem").filter({ hasText: handler }).first()).toContainText("Done");
  }
  await pane.getByRole("button", { name: "Copy payload" }).click();
  const copied = await strictPage.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ bookingId: booking.bookingId });
  const [file] = await Promise.all([
    strictPage.waitForEvent("download"),
    pane.getByRole("button", { name: "Download payload" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^BOOKING_APPROVED-.*\.json$/);

  await pane.getByRole("button", { name: "Cause and effect" }).click();
  await expect(pane.getByText(/\d+ entr(y|ies) followed; the last effect after/)).toBeVisible();
  await pane.getByRole("link", { name: "The whole story of this chain" }).click();
  await expect(strictPage.getByRole("heading", { level: 1, name: booking.number })).toBeVisible();
  await expect(strictPage.getByText(/\d+ entr(y|ies) followed; the last effect after/).first()).toBeVisible();
  await strictPage.getByRole("link", { name: "Time line" }).click();
  await expect(strictPage.getByText("began this booking")).toBeVisible();
});

test("by handler: a cell says its state in words, and cells are marked", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await untilHandled(booking.bookingId);
  await signInAs("admin");
  await strictPage.goto(`/log?chain=${booking.bookingId}&type=BOOKING_SUBMITTED`);
  await strictPage.getByRole("link", { name: "By handler" }).click();
  const row = rowsOf(strictPage).nth(1);
  await expect(
    row.getByRole("button", { name: /notification:\s*Done\s*1 try, done .* after the record/ }),
  ).toBeVisible();
  await expect(row).toContainText("workflow: does not listen to it");
  await strictPage.keyboard.press("j");
  await strictPage.keyboard.press("ArrowRight");
  await strictPage.keyboard.press("x");
  await expect(row.getByRole("button", { pressed: true, name: /reporting/ })).toBeVisible();
  await expect(strictPage.getByRole("region", { name: "Selected rows" })).toContainText(
    "1 delivery selected",
  );
});
