import { textField } from "../fixtures/api";
import { expect, rowsOf, test } from "../fixtures/log-scene";
import { decide } from "../fixtures/scenes";
import { untilHandled } from "../fixtures/until-handled";

test("every kind of filter finds its entries from the address, says so and comes off (U-5, U-7, U-45)", async ({
  logPage,
  submitted: { client, venue, booking },
}) => {
  test.setTimeout(120_000);
  const { bookingId, number } = booking;
  const actor = textField(await client.query("account.me"), "personId");
  const rows = rowsOf(logPage);
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
      await logPage.goto(`/log?${address}`);
      await expect(rows).toHaveCount(count + 1);
      const remove = logPage.getByRole("button", { name: `Remove filter ${chip}` });
      await expect(remove).toBeVisible();
      await expect(logPage.getByText(count === 1 ? "1 entry" : `${count} entries`)).toBeVisible();
    });
  }

  await test.step("a filter that leaves nothing says so, and comes off", async () => {
    await logPage.goto(`/log?${chain}&category=kit`);
    await expect(logPage.getByText("No log entries match these filters")).toBeVisible();
    await logPage.getByRole("button", { name: "Remove filter Category: kit" }).click();
    await expect(rows).toHaveCount(3);
    await expect(logPage).toHaveURL(/\?chain=/);
  });
});

test("an entry is found and read by keyboard alone (U-2, U-3)", async ({
  logPage,
  submitted: { booking },
}) => {
  await logPage.goto("/log?range=1h");
  await expect(rowsOf(logPage).nth(1)).toBeVisible();
  const { keyboard } = logPage;
  await keyboard.press("/");
  await keyboard.type(booking.number);
  await keyboard.press("Enter");
  await expect(rowsOf(logPage)).toHaveCount(3);
  await keyboard.press("Escape");
  await keyboard.press("j");
  await keyboard.press("Enter");
  const pane = logPage.getByRole("complementary", { name: "Log entry" });
  await expect(pane.getByRole("heading", { name: "BOOKING_SUBMITTED" })).toBeVisible();
  await expect(pane).toContainText(`"bookingId": "${booking.bookingId}"`);
  await keyboard.press("ArrowDown");
  await expect(pane.getByRole("heading", { name: "BOOKING_CREATED" })).toBeVisible();
  await keyboard.press("k");
  await expect(pane.getByRole("heading", { name: "BOOKING_SUBMITTED" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(pane).toBeHidden();
  await keyboard.press("x");
  await expect(logPage.getByRole("region", { name: "Selected rows" })).toContainText("1 entry selected");
  await keyboard.press("Escape");
  await expect(logPage.getByRole("region", { name: "Selected rows" })).toHaveCount(0);
});

test("an entry says what it holds, who handled it and what followed", async ({
  context,
  logPage,
  submitted: { admin, booking },
}) => {
  await decide(admin, booking);
  await untilHandled(booking.bookingId);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await logPage.goto(`/log?chain=${booking.bookingId}&type=BOOKING_APPROVED`);
  await rowsOf(logPage).filter({ hasText: booking.number }).getByRole("link").first().click();
  const pane = logPage.getByRole("complementary", { name: "Log entry" });
  for (const handler of ["notification", "workflow", "reporting"]) {
    await expect(pane.getByRole("listitem").filter({ hasText: handler }).first()).toContainText("Done");
  }
  await pane.getByRole("button", { name: "Copy payload" }).click();
  const copied = await logPage.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ bookingId: booking.bookingId });
  const [file] = await Promise.all([
    logPage.waitForEvent("download"),
    pane.getByRole("button", { name: "Download payload" }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^BOOKING_APPROVED-.*\.json$/);

  await pane.getByRole("button", { name: "Cause and effect" }).click();
  await expect(pane.getByText(/\d+ entr(y|ies) followed; the last effect after/)).toBeVisible();
  await pane.getByRole("link", { name: "The whole story of this chain" }).click();
  await expect(logPage.getByRole("heading", { level: 1, name: booking.number })).toBeVisible();
  await expect(logPage.getByText(/\d+ entr(y|ies) followed; the last effect after/).first()).toBeVisible();
  await logPage.getByRole("link", { name: "Time line" }).click();
  await expect(logPage.getByText("began this booking")).toBeVisible();

  await test.step("and how long each step of it waited and took", async () => {
    await logPage.getByRole("link", { name: "Waterfall" }).click();
    const times = logPage.getByRole("table", { name: /^Times: .* approved / });
    for (const step of ["notification", "workflow", "reporting"]) {
      await expect(times.getByRole("row").filter({ hasText: step }).first()).toContainText(/\d ms|\d s/);
    }
    await expect(times.getByRole("row").filter({ hasText: "from the approved dates" })).toHaveCount(1);
  });
});

test("an entry is found by what its payload holds", async ({ logPage, draft: { venue } }) => {
  await logPage.goto(`/log?range=1h&id=${encodeURIComponent(venue.name)}`);
  const row = rowsOf(logPage).filter({ hasText: venue.name });
  await expect(row).toHaveCount(1);
  await logPage.getByRole("button", { name: "Add filter" }).click();
  await logPage.getByRole("combobox", { name: "Payload field" }).selectOption("recordType");
  await logPage.getByRole("combobox", { name: "Value of recordType" }).selectOption("client");
  await expect(logPage.getByText("No log entries match these filters")).toBeVisible();
  await logPage.getByRole("combobox", { name: "Value of recordType" }).selectOption("location");
  await expect(row).toHaveCount(1);
  await expect(
    logPage.getByRole("button", { name: "Remove filter Payload: recordType = location" }),
  ).toBeVisible();
});

test("a test entry goes its way through the log (decision 0016)", async ({ logPage }) => {
  await logPage.goto("/log/catalog");
  await logPage.getByRole("button", { name: "Send a test entry" }).click();
  await logPage.getByRole("status").getByRole("link", { name: "See it in the log" }).click();
  const row = rowsOf(logPage).nth(1);
  await expect(row).toContainText("LOG_TEST_SENT");
  await expect(row).toContainText("reporting: Done");
});

test("by handler: a cell says its state in words, and cells are marked", async ({
  logPage,
  submitted: { booking },
}) => {
  await logPage.goto(`/log?chain=${booking.bookingId}&type=BOOKING_SUBMITTED`);
  await logPage.getByRole("link", { name: "By handler" }).click();
  const row = rowsOf(logPage).nth(1);
  await expect(
    row.getByRole("button", { name: /notification:\s*Done\s*1 try, done .* after the record/ }),
  ).toBeVisible();
  await expect(row).toContainText("workflow: does not listen to it");
  await logPage.keyboard.press("j");
  await logPage.keyboard.press("ArrowRight");
  await logPage.keyboard.press("x");
  await expect(row.getByRole("button", { pressed: true, name: /reporting/ })).toBeVisible();
  await expect(logPage.getByRole("region", { name: "Selected rows" })).toContainText("1 delivery selected");
});
