import { expect, test } from "../fixtures";
import { makeDraft, makeSubmitted, makeVenue } from "../fixtures/scenes";
import { untilHandled } from "../fixtures/until-handled";

test("the log is searched by booking and type, and an entry shows what it holds (U-45)", async ({
  as,
  context,
  strictPage,
  signInAs,
}) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await untilHandled(booking.bookingId);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs("admin");
  await strictPage.goto("/log");
  const rows = strictPage.getByRole("table", { name: "Log entries" }).getByRole("row");

  await strictPage.getByRole("textbox", { name: "Id or number" }).fill(booking.number);
  await strictPage.getByRole("button", { name: "Search" }).click();
  await expect(rows.filter({ hasText: booking.number })).toHaveCount(2);
  await strictPage.getByRole("combobox", { name: "Type" }).selectOption("BOOKING_SUBMITTED");
  await expect(rows.filter({ hasText: booking.number })).toHaveCount(1);
  await expect(rows.filter({ hasText: booking.number })).toContainText("submitted 1 date for review");

  await test.step("both filters stand in the address", async () => {
    await strictPage.reload();
    await expect(rows.filter({ hasText: booking.number })).toHaveCount(1);
    await expect(strictPage.getByRole("combobox", { name: "Type" })).toHaveValue("BOOKING_SUBMITTED");
  });

  await rows.filter({ hasText: booking.number }).getByRole("link").first().click();
  const pane = strictPage.getByRole("complementary", { name: "Log entry" });
  await expect(pane.getByRole("heading", { name: "BOOKING_SUBMITTED" })).toBeVisible();
  await expect(pane).toContainText(`"bookingId": "${booking.bookingId}"`);
  for (const handler of ["notification", "reporting"]) {
    await expect(pane.getByRole("listitem").filter({ hasText: handler })).toContainText("Done");
  }
  await expect(pane).toContainText("began this booking");

  await pane.getByRole("button", { name: "Copy payload" }).click();
  const copied = await strictPage.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ bookingId: booking.bookingId });

  await strictPage.keyboard.press("Escape");
  await expect(pane).toBeHidden();
});

test("new entries wait behind their count while somebody reads", async ({ as, strictPage, signInAs }) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const booking = await makeDraft(client, { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto(`/log?id=${booking.bookingId}`);
  const rows = strictPage.getByRole("table", { name: "Log entries" }).getByRole("row");
  await expect(rows.filter({ hasText: booking.number })).toHaveCount(1);
  await expect(strictPage.getByText("Online")).toBeVisible();

  await client.mutation("bookings.submit", { bookingId: booking.bookingId, version: booking.version });
  const fresh = strictPage.getByRole("button", { name: "1 new" });
  await expect(fresh).toBeVisible();
  await expect(rows.filter({ hasText: booking.number })).toHaveCount(1);
  await fresh.click();
  await expect(rows.filter({ hasText: booking.number })).toHaveCount(2);
  await expect(fresh).toHaveCount(0);
});
