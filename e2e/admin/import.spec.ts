import { expect, test } from "../fixtures";
import { dayAhead, unique } from "../fixtures/scenes";

const [year = "", month = "", dayOfMonth = ""] = dayAhead(20).split("-");
const day = `${month}/${dayOfMonth}/${year}`;

/** Two good bookings, one of them with two dates, and two rows that cannot be. */
function fileFor(words: string): Buffer {
  const rows = [
    "Permit,Name,Starts,Ends,Place",
    `${words}-1,${words} market,${day} 10:00 AM,${day} 02:00 PM,${words} square`,
    `${words}-1,${words} market,${day} 04:00 PM,${day} 08:00 PM,${words} square`,
    `${words}-2,${words} run,${day} 09:00 AM,${day} 11:00 AM,${words} park`,
    `${words}-3,${words} party,02/31/${year} 10:00 AM,02/31/${year} 02:00 PM,${words} park`,
    `${words}-4,${words} film,${day} 05:00 PM,${day} 03:00 PM,${words} park`,
  ];
  return Buffer.from(`${rows.join("\n")}\n`);
}

test("a CSV file is mapped, tried, imported, and a second time adds nothing", async ({
  strictPage,
  signInAs,
}) => {
  const words = unique("wave").replace(" ", "");
  const file = { name: `${words}.csv`, mimeType: "text/csv", buffer: fileFor(words) };
  const figure = (label: string) => strictPage.getByText(label, { exact: true }).locator("xpath=..");
  await signInAs("admin");

  async function upToDryRun(): Promise<void> {
    await strictPage.goto("/admin/import");
    await strictPage.getByLabel("CSV file").setInputFiles(file);
    const form = strictPage.getByRole("form", { name: "Columns of the file" });
    for (const [label, column] of [
      ["Booking id", "Permit"],
      ["Title", "Name"],
      ["Start", "Starts"],
      ["End", "Ends"],
      ["Venue", "Place"],
    ] as const) {
      await form.getByRole("combobox", { name: label, exact: true }).selectOption(column);
    }
    await form.getByRole("combobox", { name: "Client", exact: true }).fill("Harbor");
    await strictPage.getByRole("option", { name: "Harbor Bikes" }).click();
    await form.getByRole("combobox", { name: "Time zone of the venues" }).fill("New York");
    await strictPage.getByRole("option", { name: "America/New York" }).click();
    await form.getByRole("button", { name: "Check the file" }).click();
    await expect(strictPage.getByText("Rows in the file")).toBeVisible();
  }

  await test.step("the dry run names every problem by row", async () => {
    await upToDryRun();
    await expect(figure("Rows in the file")).toContainText("5");
    await expect(figure("Bookings to make")).toContainText("2");
    await expect(figure("Dates of these")).toContainText("3");
    await expect(figure("Rows left out")).toContainText("2");
    const problems = strictPage.getByRole("listitem").filter({ hasText: "Error" });
    await expect(problems.filter({ hasText: "Row 5" }).first()).toBeVisible();
    await expect(problems.filter({ hasText: "Row 6" }).first()).toBeVisible();
    await expect(strictPage.getByText("Dry run: nothing has been written yet.")).toBeVisible();
  });

  await test.step("the run makes the good ones", async () => {
    await strictPage.getByRole("button", { name: "Import 2 bookings" }).click();
    await expect(strictPage.getByText(`2 bookings made from ${file.name}`)).toBeVisible();
  });

  await test.step("the same file again has nothing left to do", async () => {
    await upToDryRun();
    await expect(figure("Bookings to make")).toContainText("0");
    await expect(figure("Imported before")).toContainText("2");
    await expect(strictPage.getByRole("button", { name: /^Import \d/ })).toHaveCount(0);
  });

  await strictPage.goto(`/admin/bookings?waiting=all&q=${words}`);
  await expect(strictPage.getByRole("table", { name: "Bookings" }).getByRole("row")).toHaveCount(3);
});
