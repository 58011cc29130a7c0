import { expect, test } from "../fixtures";
import { makeDraft, makeVenue } from "../fixtures/scenes";

test("a legal hold is placed and lifted with its reason, and the dry run looks ahead without changing anything", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeDraft(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto("/log/retention");
  await expect(
    strictPage.getByRole("table", { name: "Categories and how long they are kept" }),
  ).toContainText("7 years");

  await strictPage.getByRole("button", { name: "Place a hold" }).click();
  const dialog = strictPage.getByRole("dialog", { name: "Place a legal hold" });
  await dialog.getByRole("combobox", { name: "Booking" }).fill(booking.number);
  await strictPage.getByRole("option", { name: new RegExp(booking.number) }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("A claim is open.");
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  const held = strictPage.getByRole("listitem").filter({ hasText: booking.number });
  await expect(held).toContainText("A claim is open.");

  await strictPage.getByLabel("As of").fill("2045-01-01");
  await expect(strictPage.getByRole("status").filter({ hasText: "1 Jan 2045" })).toBeVisible();
  await expect(strictPage).toHaveURL(/day=2045-01-01/);

  await held.getByRole("button", { name: `Lift the hold on ${booking.number}` }).click();
  const lifting = strictPage.getByRole("dialog", { name: `Lift the hold on ${booking.number}` });
  await lifting.getByRole("textbox", { name: "Reason" }).fill("The claim is settled.");
  await lifting.getByRole("button", { name: "Lift the hold" }).click();
  await expect(held).toContainText("The claim is settled.");

  await strictPage.goto(`/log?id=${booking.number}&range=all`);
  const rows = strictPage.getByRole("table", { name: "Log entries" }).getByRole("row");
  await expect(rows.filter({ hasText: "put a legal hold" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "lifted the legal hold" })).toHaveCount(1);
});
