import { expect, test } from "../fixtures";
import { unique } from "../fixtures/scenes";

test("what was typed for one client is not offered for another", async ({ strictPage, signInAs }) => {
  const title = unique("Lantern walk");
  await signInAs("admin");
  await strictPage.goto("/admin/bookings/new");
  const client = strictPage.getByRole("combobox", { name: "Client" });
  const choose = async (place: number) => {
    await client.click();
    await strictPage.getByRole("option").nth(place).click();
  };
  const titleField = strictPage.getByRole("textbox", { name: "Title" });
  await choose(0);
  await titleField.fill(title);
  await strictPage.getByRole("button", { name: "Choose another client" }).click();
  await choose(1);
  await expect(titleField).toHaveValue("");
  await strictPage.getByRole("button", { name: "Choose another client" }).click();
  await choose(0);
  await expect(strictPage.getByText(title)).toBeVisible();
  await strictPage.getByRole("button", { name: "Discard it" }).click();
  await expect(titleField).toHaveValue("");
});
