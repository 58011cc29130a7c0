import { expect, test } from "../fixtures";
import { unique } from "../fixtures/scenes";

test("filters are kept under a name, changed, reset and removed (U-6)", async ({ strictPage, signInAs }) => {
  await signInAs("otherAdmin");
  const name = unique("Parked this week");
  await strictPage.goto("/log?range=7d&state=dead");
  const views = strictPage.getByRole("button", { name: "Views", exact: true });
  await views.click();
  await strictPage.getByRole("textbox", { name: "Name" }).fill(name);
  await strictPage.getByRole("button", { name: "Save view" }).click();
  await expect(strictPage).toHaveURL(/saved=/);
  const named = strictPage.getByRole("button", { name, exact: true });
  await expect(named).toBeVisible();

  await test.step("a change is said, and taken back", async () => {
    await expect(strictPage.getByText("has changed")).toHaveCount(0);
    await strictPage.getByRole("button", { name: "Remove filter Handler: any parked" }).click();
    await expect(strictPage.getByText(`“${name}” has changed.`)).toBeVisible();
    await strictPage.getByRole("link", { name: "Reset" }).click();
    await expect(strictPage.getByText("has changed")).toHaveCount(0);
    await expect(strictPage.getByRole("button", { name: "Remove filter Handler: any parked" })).toBeVisible();
  });

  await test.step("a change is kept under a name of its own", async () => {
    const other = unique("All of this week");
    await strictPage.getByRole("button", { name: "Remove filter Handler: any parked" }).click();
    await strictPage.getByRole("button", { name: "Save as…" }).click();
    await strictPage.getByRole("textbox", { name: "Name" }).fill(other);
    await strictPage.getByRole("button", { name: "Save view" }).click();
    await expect(strictPage.getByRole("button", { name: other, exact: true })).toBeVisible();
    await expect(strictPage.getByText("has changed")).toHaveCount(0);
  });

  await test.step("it is found again from the plain list, and removed", async () => {
    await strictPage.goto("/log?range=1h");
    await views.click();
    await strictPage.getByRole("link", { name }).click();
    await expect(strictPage).toHaveURL(/range=7d.*state=dead/);
    await named.click();
    await strictPage.getByRole("button", { name: `Remove ${name}` }).click();
    await expect(strictPage.getByRole("link", { name })).toHaveCount(0);
  });
});
