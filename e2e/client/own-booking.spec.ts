import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { dayAhead, decide, makePlanned, makeSubmitted, makeVenue } from "../fixtures/scenes";

const day = dayAhead(30);

const open = async (page: Page, bookingId: string, title: string) => {
  await page.goto(`/client/bookings/${bookingId}`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
};

test("a client accepts another time that the agency proposes", async ({ as, strictPage, signInAs }) => {
  const [admin, client] = [await as("admin"), await as("client")];
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(client, {
    venueId: venue.id,
    starts: [`${day}T10:00`, `${dayAhead(31)}T10:00`],
  });
  await decide(admin, booking, { declined: [0], proposed: `${day}T15:00`, reason: "Deliveries until two" });
  await signInAs("client");
  await open(strictPage, booking.bookingId, booking.title);
  const card = strictPage.getByRole("heading", { name: "Another time is proposed" });
  await expect(card).toBeVisible();
  await expect(strictPage.getByRole("main").getByText("Deliveries until two").first()).toBeVisible();
  await strictPage.getByRole("button", { name: /^Accept .* 15:00$/ }).click();
  await expect(card).toHaveCount(0);
  await expect(strictPage.getByRole("main").getByText(/ 15:00–19:00/)).toBeVisible();
  await expect(strictPage.getByText("Undecided", { exact: true })).toBeVisible();
  await expect(strictPage.getByText(/Waiting for the agency/)).toBeVisible();
});

test("cancelling shows what it takes down before it does so (U-34)", async ({ as, strictPage, signInAs }) => {
  const [admin, client] = [await as("admin"), await as("client")];
  const venue = await makeVenue(admin);
  const starts = [`${day}T10:00`, `${dayAhead(37)}T10:00`];
  const booking = await makePlanned(admin, client, { venueId: venue.id, starts });
  await signInAs("client");
  await open(strictPage, booking.bookingId, booking.title);
  await strictPage.getByRole("button", { name: "Cancel booking" }).click();
  const sheet = strictPage.getByRole("dialog", { name: `Cancel ${booking.number}?` });
  await expect(sheet.getByText("This cannot be undone.")).toBeVisible();
  await expect(sheet.getByText("Will be cancelled")).toHaveCount(2);
  await expect(sheet.getByText(/people are told|person is told|nobody else gets a message/)).toBeVisible();
  const press = sheet.getByRole("button", { name: `Cancel ${booking.number} and 2 events` });

  await test.step("a reason is asked for, and the booking stands until then", async () => {
    await press.click();
    await expect(sheet.getByRole("link", { name: "Enter a reason." })).toBeVisible();
  });

  await sheet.getByRole("textbox", { name: "Reason" }).fill("The harvest failed");
  await press.click();
  await expect(sheet).toBeHidden();
  await expect(strictPage.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await expect(strictPage.getByRole("main").getByText("The harvest failed").first()).toBeVisible();
  await expect(strictPage.getByRole("button", { name: "Cancel booking" })).toHaveCount(0);
});

test("a booking is copied to a new draft that asks for its dates", async ({ as, strictPage, signInAs }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("client");
  await open(strictPage, booking.bookingId, booking.title);
  await strictPage.getByRole("button", { name: "Copy to a new booking" }).click();
  await expect(strictPage.getByRole("heading", { level: 2, name: "When" })).toBeVisible();
  await expect(strictPage).not.toHaveURL(new RegExp(booking.bookingId));
  await expect(strictPage.getByText(booking.title, { exact: true })).toBeVisible();
  await strictPage.getByRole("link", { name: /^BK-\d+$/ }).click();
  await expect(strictPage.getByRole("link", { name: booking.number })).toBeVisible();
  await expect(strictPage.getByText("Draft", { exact: true })).toBeVisible();
});
