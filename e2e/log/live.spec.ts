import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { makeDraft, makeVenue } from "../fixtures/scenes";

const rowsOf = (page: Page) => page.getByRole("table", { name: "Log entries" }).getByRole("row");

test("the list follows the log, stands still while a row is held, and loses nothing (U-45)", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const booking = await makeDraft(client, { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto(`/log?chain=${booking.bookingId}`);
  const rows = rowsOf(strictPage);
  await expect(rows).toHaveCount(2);
  await expect(strictPage.getByText("Live", { exact: true })).toBeVisible();

  await test.step("at its top it grows by itself, and its cells settle", async () => {
    await client.mutation("bookings.submit", { bookingId: booking.bookingId, version: booking.version });
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText("BOOKING_SUBMITTED");
    await expect(rows.nth(1)).toContainText("notification: Done");
  });

  await test.step("what comes while a row is held waits behind its count", async () => {
    await strictPage.keyboard.press("j");
    await client.mutation("bookings.cancel", {
      bookingId: booking.bookingId,
      version: booking.version + 1,
      reason: "The hall was sold",
    });
    const fresh = strictPage.getByRole("button", { name: "1 new" });
    await expect(fresh).toBeVisible();
    await expect(rows).toHaveCount(3);
    await fresh.click();
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText("BOOKING_CANCELLED");
    await expect(fresh).toHaveCount(0);
  });
});

test("a paused list asks for nothing, and reads what it missed when it goes on", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const booking = await makeDraft(client, { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto(`/log?chain=${booking.bookingId}`);
  const rows = rowsOf(strictPage);
  await expect(rows).toHaveCount(2);
  await strictPage.getByRole("button", { name: "Pause" }).click();
  await expect(strictPage.getByText("Paused", { exact: true })).toBeVisible();
  await client.mutation("bookings.submit", { bookingId: booking.bookingId, version: booking.version });
  await expect(rows).toHaveCount(2);
  await strictPage.getByRole("button", { name: "Go live" }).click();
  await expect(rows).toHaveCount(3);
});

test("a long list keeps few rows and its head, grows at its end and stands still while it is scrolled (U-11)", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  await signInAs("admin");
  await strictPage.goto("/log?range=all");
  const rows = rowsOf(strictPage);
  await expect(rows.nth(20)).toBeVisible();
  // As far as one page and then some, by the wheel: each page is asked for before its end is reached.
  const table = strictPage.getByRole("table", { name: "Log entries" });
  await table.hover();
  await expect
    .poll(
      async () => {
        await strictPage.mouse.wheel(0, 1_500);
        return Number(await rows.last().getAttribute("aria-rowindex"));
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(60);
  expect(await rows.count()).toBeLessThanOrEqual(100);
  await expect(table.getByRole("columnheader", { name: "What happened" })).toBeInViewport();

  const top = await rows.nth(5).textContent();
  await makeDraft(client, { venueId: venue.id });
  await expect(strictPage.getByRole("button", { name: /^\d+ new$/ })).toHaveCount(1);
  expect(await rows.nth(5).textContent()).toBe(top);
});
