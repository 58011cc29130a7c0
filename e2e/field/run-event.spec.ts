import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { makeManagedEvent, onlyIssue, versionOf } from "../fixtures/field-scene";

/** The bar at the foot holds the one next thing to do. */
const main = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).last();

async function tickAll(page: Page, open: Locator): Promise<void> {
  const mine = open.and(page.locator(":enabled"));
  for (let left = await mine.count(); left > 0; left -= 1) {
    await mine.first().click();
    await expect(mine).toHaveCount(left - 1);
  }
}

test("a manager prepares, starts, runs and completes an event on a phone", async ({
  as,
  strictPage,
  signInAs,
  windowOf,
}) => {
  test.setTimeout(120_000);
  const [admin, client, manager] = [await as("admin"), await as("client"), await as("manager")];
  const { eventId, bookingId, title } = await makeManagedEvent({ admin, client, manager }, 3);
  await signInAs("manager");
  const page = strictPage;
  const sheet = page.getByRole("dialog");
  const checklist = page.locator("#checklist");

  await test.step("the event stands among their own, and its preparation begins", async () => {
    await page.goto("/field/events");
    await page.getByRole("article").filter({ hasText: title }).getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await main(page, "Start preparation").click();
    await expect(checklist).toContainText("Confirm the venue");
  });

  await test.step("the venue is confirmed, which ticks its task", async () => {
    await main(page, "Confirm venue").click();
    await sheet.getByRole("textbox", { name: "Contact at the venue" }).fill("Ines Vogel");
    await sheet.getByRole("textbox", { name: "Phone" }).fill("+49 30 555 0101");
    await sheet.getByRole("textbox", { name: "How to get in" }).fill("Gate 3");
    await sheet.getByRole("button", { name: "Confirm venue" }).click();
    await expect(page.locator("#venue")).toContainText("Confirmed");
    await expect(page.getByRole("link", { name: "Call" })).toHaveAttribute("href", "tel:+49305550101");
  });

  await test.step("the tasks are ticked, and the event is ready by itself", async () => {
    await tickAll(page, checklist.getByRole("listitem").getByRole("checkbox", { checked: false }));
    await expect(page.getByText("Ready", { exact: true })).toBeVisible();
    await main(page, "Start event").click();
    await sheet.getByRole("button", { name: "Start event" }).click();
    await expect(page.getByText("Running", { exact: true })).toBeVisible();
  });

  await test.step("an activity runs", async () => {
    await main(page, "Start Sampling").click();
    await main(page, "Complete Sampling").click();
    await sheet.getByRole("textbox", { name: "Figure 1, what was counted" }).fill("Samples");
    await sheet.getByRole("textbox", { name: "Figure 1, how many" }).fill("120");
    await sheet.getByRole("button", { name: "Complete activity" }).click();
    await expect(page.locator("#activities")).toContainText("Samples 120");
  });

  await test.step("a critical issue is reported in three taps, and the desk takes it", async () => {
    await page.getByRole("button", { name: "Report issue" }).last().click();
    await sheet.getByText("Set-up", { exact: true }).click();
    await sheet.getByText("Stops us, or somebody is in danger").click();
    await sheet.getByRole("textbox", { name: "What is wrong" }).fill("No power on the pier");
    const photo = { name: "pier.png", mimeType: "image/png", buffer: await page.screenshot() };
    await sheet.locator("input[type=file]").setInputFiles(photo);
    await expect(sheet.getByText("Sent", { exact: true })).toBeVisible();
    await sheet.getByRole("button", { name: "Report issue" }).click();
    const issues = page.locator("#issues");
    await expect(issues).toContainText("Critical");
    await expect(issues.getByRole("button", { name: "Open photo 1 of 1" })).toBeVisible();
    await admin.mutation("events.acknowledgeIssue", { eventId, issueId: await onlyIssue(admin, eventId) });
    await expect(issues).toContainText("Acknowledged");
  });

  await test.step("it is completed with what stays open, and the client sees the result", async () => {
    await main(page, "Complete event").click();
    await expect(sheet).toContainText("Critical issue still open: No power on the pier");
    await expect(sheet.getByRole("textbox", { name: "Figure 1, how many" })).toHaveValue("120");
    await sheet.getByText("Yes", { exact: true }).click();
    await sheet.getByRole("textbox", { name: "Notes" }).fill("Good crowd");
    await sheet.getByRole("button", { name: "Complete with follow-ups" }).click();
    await expect(page.getByText("Completed", { exact: true })).toBeVisible();
    await expect(page.getByText("Follow-ups open")).toBeVisible();
    const portal = await windowOf("client");
    await portal.goto(`/client/bookings/${bookingId}`);
    await expect(portal.getByRole("main")).toContainText("Took place");
    await expect(portal.getByText("Samples", { exact: true })).toBeVisible();
    await expect(portal.getByText("120", { exact: true })).toBeVisible();
  });
});

test("a tick without a connection is taken back with a reason, and goes through once it is there", async ({
  as,
  page,
  context,
  signInAs,
}) => {
  const [admin, client, manager] = [await as("admin"), await as("client"), await as("manager")];
  const { eventId } = await makeManagedEvent({ admin, client, manager }, 20);
  await manager.mutation("events.startPreparation", { eventId, version: await versionOf(manager, eventId) });
  await signInAs("manager");
  await page.goto(`/field/events/${eventId}`);
  const task = page.getByRole("listitem").filter({ hasText: "Book transport" });
  await expect(page.getByText("Online", { exact: true })).toBeVisible();

  await context.setOffline(true);
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  await task.getByRole("checkbox").click();
  await expect(task.getByRole("alert")).toContainText("Not sent");
  await expect(task.getByRole("checkbox")).not.toBeChecked();

  await context.setOffline(false);
  await task.getByRole("button", { name: "Try again" }).click();
  await expect(page.locator("#checklist details")).toContainText("Book transport");
});
