import { expect, test } from "../fixtures";
import { demoPassword, people } from "../fixtures/people";
import { makeSubmitted, makeVenue } from "../fixtures/scenes";

test("every way out asks before what was written is lost (U-23)", async ({ as, strictPage, baseURL }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  // A session of its own, since this one ends.
  await strictPage.request.post("/api/auth/sign-in/email", {
    data: { email: people.admin, password: demoPassword },
    headers: { origin: baseURL ?? "" },
  });
  await strictPage.goto(`/admin/bookings/${booking.bookingId}`);
  await strictPage.getByRole("link", { name: "Decide…" }).click();
  const note = strictPage.getByRole("textbox", { name: "Note to the client" });
  await note.fill("Use the north gate");
  const asked = strictPage.getByRole("dialog", { name: "Leave without saving?" });
  const stay = async () => {
    await expect(asked).toContainText(`what you decided about ${booking.number} will be lost`);
    await asked.getByRole("button", { name: "Keep editing" }).click();
    await expect(asked).toBeHidden();
    await expect(note).toHaveValue("Use the north gate");
  };

  await test.step("a link", async () => {
    await strictPage.getByRole("link", { name: "Calendar" }).click();
    await stay();
  });
  await test.step("Back", async () => {
    await strictPage.evaluate(() => history.back());
    await stay();
  });
  await test.step("a key", async () => {
    await strictPage.getByRole("button", { name: "Check again" }).focus();
    await strictPage.keyboard.press("g");
    await strictPage.keyboard.press("b");
    await stay();
  });
  await test.step("signing out, which then needs no second answer", async () => {
    // The bar of narrow windows has one too, out of sight here.
    const menu = strictPage.locator("summary", { hasText: "Ana Ferreira" }).filter({ visible: true });
    await menu.click();
    await strictPage.getByRole("button", { name: "Sign out" }).click();
    await stay();
    await menu.click();
    await strictPage.getByRole("button", { name: "Sign out" }).click();
    await asked.getByRole("button", { name: "Discard changes" }).click();
    await expect(strictPage.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });
});

test("Back leaves once that is agreed to", async ({ as, strictPage, signInAs }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto(`/admin/bookings/${booking.bookingId}`);
  await strictPage.getByRole("link", { name: "Decide…" }).click();
  await strictPage.getByRole("textbox", { name: "Note to the client" }).fill("Use the north gate");
  await strictPage.evaluate(() => history.back());
  const asked = strictPage.getByRole("dialog", { name: "Leave without saving?" });
  await asked.getByRole("button", { name: "Discard changes" }).click();
  await expect(strictPage).toHaveURL(new RegExp(`/admin/bookings/${booking.bookingId}$`));
  await expect(strictPage.getByRole("link", { name: "Decide…" })).toBeVisible();
});
