import { expect, rowsOf, test } from "../fixtures/log-scene";
import { makeDraft } from "../fixtures/scenes";

test("the list follows the log, stands still while a row is held, and loses nothing (U-45)", async ({
  logPage,
  draft: { client, booking },
}) => {
  await logPage.goto(`/log?chain=${booking.bookingId}`);
  const rows = rowsOf(logPage);
  await expect(rows).toHaveCount(2);
  await expect(logPage.getByText("Live", { exact: true })).toBeVisible();

  await test.step("at its top it grows by itself, and its cells settle", async () => {
    await client.mutation("bookings.submit", { bookingId: booking.bookingId, version: booking.version });
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText("BOOKING_SUBMITTED");
    await expect(rows.nth(1)).toContainText("notification: Done");
  });

  await test.step("what comes while a row is held waits behind its count", async () => {
    await logPage.keyboard.press("j");
    await client.mutation("bookings.cancel", {
      bookingId: booking.bookingId,
      version: booking.version + 1,
      reason: "The hall was sold",
    });
    const fresh = logPage.getByRole("button", { name: "1 new" });
    await expect(fresh).toBeVisible();
    await expect(rows).toHaveCount(3);
    await fresh.click();
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(1)).toContainText("BOOKING_CANCELLED");
    await expect(fresh).toHaveCount(0);
  });
});

test("a paused list asks for nothing, and reads what it missed when it goes on", async ({
  logPage,
  draft: { client, booking },
}) => {
  await logPage.goto(`/log?chain=${booking.bookingId}`);
  const rows = rowsOf(logPage);
  await expect(rows).toHaveCount(2);
  await logPage.getByRole("button", { name: "Pause" }).click();
  await expect(logPage.getByText("Paused", { exact: true })).toBeVisible();
  await client.mutation("bookings.submit", { bookingId: booking.bookingId, version: booking.version });
  await expect(rows).toHaveCount(2);
  await logPage.getByRole("button", { name: "Go live" }).click();
  await expect(rows).toHaveCount(3);
});

test("a long list keeps few rows and its head, grows at its end and stands still while it is scrolled (U-11)", async ({
  logPage,
  draft: { client, venue },
}) => {
  await logPage.goto("/log?range=all");
  const rows = rowsOf(logPage);
  await expect(rows.nth(20)).toBeVisible();
  // As far as one page and then some, by the wheel: each page is asked for before its end is reached.
  const table = logPage.getByRole("table", { name: "Log entries" });
  await table.hover();
  await expect
    .poll(
      async () => {
        await logPage.mouse.wheel(0, 1_500);
        return Number(await rows.last().getAttribute("aria-rowindex"));
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(60);
  expect(await rows.count()).toBeLessThanOrEqual(100);
  await expect(table.getByRole("columnheader", { name: "What happened" })).toBeInViewport();

  const top = await rows.nth(5).textContent();
  await makeDraft(client, { venueId: venue.id });
  await expect(logPage.getByRole("button", { name: /^\d+ new$/ })).toHaveCount(1);
  expect(await rows.nth(5).textContent()).toBe(top);
});
