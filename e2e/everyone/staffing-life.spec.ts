import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { listField, textField } from "../fixtures/api";
import { makeManagedEvent } from "../fixtures/field-scene";
import {
  accountOf,
  askedAt,
  fitting,
  letBegin,
  letPass,
  makeCrew,
  nextAsked,
  placeVenue,
} from "../fixtures/staff-scene";
import { unique } from "../fixtures/scenes";

const phone = { width: 390, height: 844 };
const venue = { latitude: 40.7536, longitude: -73.9832 };

/** Chooses somebody from the ranking for a place, and sends the offer. */
async function ask(desk: Page, place: string, name: string, pay?: string): Promise<void> {
  await desk.getByRole("button", { name: `Ask somebody as ${place}` }).click();
  const dialog = desk.getByRole("dialog", { name: `Ask somebody as ${place}` });
  await dialog.getByRole("button", { name: `Choose ${name}`, exact: true }).click();
  if (pay !== undefined) {
    await dialog.getByRole("button", { name: "Pay, deadline, instructions…" }).click();
    await dialog.getByRole("textbox", { name: "Pay an hour" }).fill(pay);
    await dialog.getByRole("textbox", { name: "Currency" }).fill("usd");
  }
  await dialog.getByRole("button", { name: "Send 1 offer" }).click();
  await expect(dialog).toBeHidden();
}

test("shifts are offered, answered, come to, filled in for, and paid", async ({ as, windowOf }) => {
  test.setTimeout(150_000);
  const [admin, client, manager] = [await as("admin"), await as("client"), await as("manager")];
  const role = unique("Pier host");
  const roles = [{ role: "Host", headcount: 3 }];
  const { eventId } = await makeManagedEvent({ admin, client, manager }, 3, unique("Pier tasting"), roles);
  await placeVenue(eventId, venue);
  await makeCrew(eventId, role);
  const slots = listField(await admin.query("staffing.listForEvent", { eventId }), "slots");
  const slotIds = slots.map((slot) => textField(slot, "id"));
  const [declining = "", waiting = "", silent = "", coding = "", filling = ""] = await fitting(
    admin,
    slotIds[0] ?? "",
  );
  const desk = await windowOf("admin");

  await test.step("the ranking says why, and offers go out on their terms", async () => {
    await desk.goto(`/admin/events/${eventId}`);
    await ask(desk, `${role} 1`, declining, "28.50");
    await ask(desk, `${role} 2`, silent);
    await ask(desk, `${role} 3`, coding);
    // Who waits is asked next, on the same terms.
    await desk.getByRole("button", { name: `Ask somebody as ${role} 1` }).click();
    const dialog = desk.getByRole("dialog", { name: `Ask somebody as ${role} 1` });
    const candidate = dialog.getByRole("listitem").filter({ hasText: waiting }).first();
    await expect(candidate).toContainText(/Fit \d+ of 100/);
    await candidate.getByRole("button", { name: `Standby ${waiting}`, exact: true }).click();
    await expect(candidate).toContainText("On standby");
    await desk.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  const first =
    await test.step("one declines, one lets it expire: the next in line have their offers", async () => {
      await desk.getByRole("button", { name: `Decline for ${declining}` }).click();
      const next = await nextAsked(admin, { eventId, place: 0, after: declining });
      expect(next.name).toBe(waiting);
      const asked = (await askedAt(admin, eventId))[1]?.[0];
      await letPass(asked?.assignmentId ?? "");
      const second = await nextAsked(admin, { eventId, place: 1, after: silent });
      await admin.mutation("staffing.accept", { assignmentId: second.assignmentId });
      await desk.reload();
      await desk.getByRole("button", { name: `Accept for ${coding}` }).click();
      await expect(desk.getByText("2 of 3 filled")).toBeVisible();
      return next;
    });

  const agent = await windowOf(await accountOf(waiting));
  await test.step("the offer is taken with one thumb, and the arrival proved by position", async () => {
    await agent.setViewportSize(phone);
    await agent.context().grantPermissions(["geolocation"]);
    await agent.context().setGeolocation({ ...venue, accuracy: 8 });
    await agent.goto(`/agent/offers/${first.assignmentId}`);
    await expect(agent.getByText("28.50 USD")).toBeVisible();
    await agent.getByRole("button", { name: "Accept" }).click();
    await expect(agent.getByText("Accepted", { exact: true })).toBeVisible();
    await letBegin(eventId);
    await agent.goto(`/agent/check-in?shift=${first.assignmentId}`);
    await agent.getByRole("button", { name: "Use my location" }).click();
    await agent.getByRole("button", { name: "Check in here" }).click();
    await expect(agent.getByText("Checked in", { exact: true }).first()).toBeVisible();
  });

  const crew = await windowOf("manager");
  await test.step("another comes by the code that the manager shows", async () => {
    await crew.setViewportSize(phone);
    await crew.goto(`/field/events/${eventId}/crew`);
    await crew.getByRole("button", { name: "Show the check-in code" }).click();
    const shown = crew.getByRole("dialog").getByText(/^\d{3} \d{3}$/);
    const other = await windowOf(await accountOf(coding));
    await other.setViewportSize(phone);
    await other.goto(`/agent/check-in?event=${eventId}`);
    await other.getByRole("button", { name: "Code" }).click();
    await other
      .getByRole("textbox", { name: "Or type the six digits" })
      .fill(((await shown.textContent()) ?? "").replace(" ", ""));
    await other.getByRole("dialog").getByRole("button", { name: "Check in", exact: true }).click();
    await expect(other.getByText("Checked in", { exact: true }).first()).toBeVisible();
    await crew.keyboard.press("Escape");
  });

  await test.step("who did not come is filled in for by somebody who is chosen", async () => {
    await crew.reload();
    await crew.getByRole("button", { name: /^Report that .* did not come$/ }).click();
    await crew.getByRole("button", { name: "Report and ask the next in line" }).click();
    await crew.getByRole("button", { name: `Choose somebody as ${role}` }).click();
    await crew
      .getByRole("dialog")
      .getByRole("button", { name: `Ask ${filling}`, exact: true })
      .click();
    await expect(crew.getByRole("dialog")).toBeHidden();
    const asked = (await askedAt(admin, eventId)).flat().find(({ name }) => name === filling);
    await admin.mutation("staffing.accept", { assignmentId: asked?.assignmentId ?? "" });
    await crew.reload();
    await expect(crew.getByText(/fills in for/)).toBeVisible();
    await crew.getByRole("button", { name: `Check in ${filling}` }).click();
    await expect(crew.getByRole("region", { name: "Here" }).getByRole("listitem")).toHaveCount(3);
  });

  await test.step("hours are what the times say, corrected with a reason, and exported", async () => {
    await agent.getByRole("button", { name: "Check out" }).click();
    const sheet = agent.getByRole("dialog");
    await sheet.getByRole("textbox", { name: "Why you leave early" }).fill("Sold out.");
    await sheet.getByRole("button", { name: "Check out" }).click();
    await expect(agent.getByText("Checked out", { exact: true }).first()).toBeVisible();
    await crew.reload();
    await crew.getByRole("button", { name: `Correct the hours of ${waiting}` }).click();
    await crew.getByRole("textbox", { name: "Hours worked" }).fill("3.75");
    await crew.getByRole("textbox", { name: "Reason" }).fill("Set up the stand before.");
    await crew.getByRole("button", { name: "Correct the hours", exact: true }).click();
    await expect(crew.getByRole("region", { name: "Left" })).toContainText("3.75 h");
    await desk.goto(`/admin/timesheets?person=${first.userId}`);
    const [file] = await Promise.all([
      desk.waitForEvent("download"),
      desk.getByRole("link", { name: "Export CSV" }).click(),
    ]);
    const lines = readFileSync(await file.path(), "utf8");
    expect(lines).toContain(waiting);
    expect(lines).toContain("3.75");
  });
});
