import { expect, rowsOf, test } from "../fixtures/log-scene";

test("a legal hold is placed and lifted with its reason, and the dry run looks ahead without changing anything", async ({
  logPage,
  draft: { booking },
}) => {
  await logPage.goto("/log/retention");
  await expect(logPage.getByRole("table", { name: "Categories and how long they are kept" })).toContainText(
    "7 years",
  );

  await logPage.getByRole("button", { name: "Place a hold" }).click();
  const dialog = logPage.getByRole("dialog", { name: "Place a legal hold" });
  await dialog.getByRole("combobox", { name: "Booking" }).fill(booking.number);
  await logPage.getByRole("option", { name: new RegExp(booking.number) }).click();
  await dialog.getByRole("textbox", { name: "Reason" }).fill("A claim is open.");
  await dialog.getByRole("button", { name: "Place the hold" }).click();
  const held = logPage.getByRole("listitem").filter({ hasText: booking.number });
  await expect(held).toContainText("A claim is open.");

  await logPage.getByLabel("As of").fill("2045-01-01");
  await expect(logPage.getByRole("status").filter({ hasText: "1 Jan 2045" })).toBeVisible();
  await expect(logPage).toHaveURL(/day=2045-01-01/);

  await held.getByRole("button", { name: `Lift the hold on ${booking.number}` }).click();
  const lifting = logPage.getByRole("dialog", { name: `Lift the hold on ${booking.number}` });
  await lifting.getByRole("textbox", { name: "Reason" }).fill("The claim is settled.");
  await lifting.getByRole("button", { name: "Lift the hold" }).click();
  await expect(held).toContainText("The claim is settled.");

  await logPage.goto(`/log?id=${booking.number}&range=all`);
  const rows = rowsOf(logPage);
  await expect(rows.filter({ hasText: "put a legal hold" })).toHaveCount(1);
  await expect(rows.filter({ hasText: "lifted the legal hold" })).toHaveCount(1);
});
