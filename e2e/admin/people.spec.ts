import { expect, test } from "../fixtures";
import { listField, textField } from "../fixtures/api";
import { unique } from "../fixtures/scenes";

test("when an agent is free and what they may do is what the desk reads on their page", async ({
  as,
  windowOf,
}) => {
  const admin = await as("admin");
  const note = unique("Winter holiday");
  const found = listField(await admin.query("directory.people.staff", { q: "Chloe Park" }), "items");
  const userId = textField(found[0], "id");

  const phone = await windowOf("agent");
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/agent/availability");
  await phone.getByRole("button", { name: "Add days" }).click();
  const days = phone.getByRole("group", { name: "Days that are otherwise" }).getByRole("listitem").last();
  await phone.getByRole("button", { name: "Save availability" }).click();
  await expect(days.getByText("Enter a date, such as 14 Oct 2026.").first()).toBeVisible();
  await days.getByRole("textbox", { name: "First day" }).fill("24 Dec 2035");
  await days.getByRole("textbox", { name: "Last day" }).fill("26 Dec 2035");
  await days.getByRole("textbox", { name: "Note" }).fill(note);
  await phone.getByRole("button", { name: "Save availability" }).click();
  await expect(phone.getByText("Your availability is saved.")).toBeVisible();

  const desk = await windowOf("admin");
  await desk.goto("/admin/people");
  // A name that is pressed before the search goes out wins.
  await desk.getByLabel("Find people by name").fill("Chloe Park");
  await desk.getByRole("link", { name: "Chloe Park" }).click();
  await expect(desk).toHaveURL(new RegExp(userId));
  await expect(desk.getByText(`24 Dec 2035 to 26 Dec 2035 · ${note}`)).toBeVisible();

  await desk.getByRole("button", { name: "Edit profile…" }).click();
  const dialog = desk.getByRole("dialog", { name: "Profile of Chloe Park" });
  await dialog.getByRole("textbox", { name: "Pay an hour" }).fill("31.50");
  await dialog.getByRole("textbox", { name: "Currency" }).fill("usd");
  await dialog.getByRole("button", { name: "Save profile" }).click();
  await expect(desk.getByText("31.50 USD an hour")).toBeVisible();
});
