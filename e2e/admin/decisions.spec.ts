import type { Page, Route } from "@playwright/test";
import { expect, test } from "../fixtures";
import { field, listField, numberField } from "../fixtures/api";
import { dayAhead, decide, makeSubmitted, makeVenue } from "../fixtures/scenes";

const day = dayAhead(30);

test("a decision about an older version is refused with what changed (U-43)", async ({
  as,
  strictPage,
  signInAs,
  context,
}) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(client, { venueId: venue.id });
  await signInAs("admin");
  // Live updates would tell of the change beforehand; here they never answer, so the press comes first.
  await context.route(/\/api\/trpc\/live\.changes/, () => undefined);
  await strictPage.goto(`/admin/bookings/${booking.bookingId}/decide`);
  const record = strictPage.getByRole("button", { name: "Record decision" });
  await expect(record).toBeVisible();
  const { bookingId, version } = booking;
  await client.mutation("bookings.update", { bookingId, version, notes: "Use the north gate" });

  const lateAnswers = await holdAnswers(strictPage, /bookings\.(byId|previewApproval)/);
  await record.click();
  const refusal = strictPage.getByRole("alert").filter({ hasText: "changed while you were working" });
  await expect(refusal).toBeVisible();
  await expect(strictPage.getByText("Use the north gate").first()).toBeVisible();
  await expect(strictPage.getByText("version 2 under review")).toBeVisible();
  // The press comes before the sheet has learned how things are now, and counts all the same.
  await strictPage.getByRole("button", { name: "Review again" }).click();
  await lateAnswers.release();
  await expect(strictPage.getByText("version 3 under review")).toBeVisible();
  await record.click();
  await expect(strictPage.getByRole("heading", { level: 1, name: booking.number })).toBeVisible();
  await expect(strictPage.getByText("Approved", { exact: true }).first()).toBeVisible();
});

/** Keeps the page waiting for what it asks, until released. */
async function holdAnswers(page: Page, procedures: RegExp): Promise<{ release: () => Promise<void> }> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const handler = async (route: Route) => {
    await released;
    await route.fallback();
  };
  await page.route(procedures, handler);
  return {
    release: async () => {
      release();
      await page.unroute(procedures, handler);
    },
  };
}

test("whoever decides second is told who was first", async ({ as, strictPage, signInAs }) => {
  const [admin, otherAdmin] = [await as("admin"), await as("otherAdmin")];
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  const isListening = strictPage.waitForResponse(/\/api\/trpc\/live\.changes/);
  await strictPage.goto(`/admin/bookings/${booking.bookingId}/decide`);
  await expect(strictPage.getByRole("button", { name: "Record decision" })).toBeVisible();
  await isListening;
  await decide(otherAdmin, booking);
  const told = strictPage.getByRole("status").filter({ hasText: `${booking.number} was changed while you` });
  await expect(told).toContainText("Decided by Jonas Keller. Nothing is left to decide: approved.");
  await told.getByRole("link", { name: `Open ${booking.number}` }).click();
  await expect(strictPage.getByText("Last decided by Jonas Keller")).toBeVisible();
});

test("a form that asks for changes stays open when somebody else decides", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const [admin, otherAdmin] = [await as("admin"), await as("otherAdmin")];
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  const isListening = strictPage.waitForResponse(/\/api\/trpc\/live\.changes/);
  await strictPage.goto(`/admin/bookings/${booking.bookingId}/changes`);
  await strictPage.getByRole("checkbox", { name: "Title" }).check();
  const reason = strictPage.getByRole("group", { name: "What should change: Title" }).getByLabel("Reason");
  await reason.fill("It is taken already");
  await isListening;
  const refreshed = strictPage.waitForResponse(/bookings\.byId/);
  await decide(otherAdmin, booking);
  await refreshed;
  await expect(reason).toHaveValue("It is taken already");
  await strictPage.getByRole("button", { name: "Ask for changes" }).click();
  await expect(strictPage.getByRole("alert").filter({ hasText: booking.number })).toBeVisible();
  await expect(reason).toHaveValue("It is taken already");
});

test("a reason survives a dialog that was closed by mistake", async ({ as, strictPage, signInAs }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto(`/admin/bookings/${booking.bookingId}`);
  const dialog = strictPage.getByRole("dialog", { name: `Reject ${booking.number}` });
  const reason = dialog.getByRole("textbox", { name: "Reason" });
  await strictPage.getByRole("button", { name: "Reject…" }).click();
  await reason.fill("No power on the quay");
  await strictPage.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await strictPage.getByRole("button", { name: "Reject…" }).click();
  await expect(reason).toHaveValue("No power on the quay");
});

test("a blocked date is approved only with a reason, which is kept", async ({ as, strictPage, signInAs }) => {
  const admin = await as("admin");
  const venue = await makeVenue(admin);
  const first = await makeSubmitted(await as("otherClient"), { venueId: venue.id, starts: [`${day}T09:00`] });
  await decide(admin, first);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id, starts: [`${day}T11:00`] });
  await signInAs("admin");
  await strictPage.goto(`/admin/bookings/${booking.bookingId}/decide`);
  const dates = strictPage.getByRole("list", { name: "Dates to decide" });
  await expect(dates).toContainText("Blocked");
  await expect(dates).toContainText(`${venue.name} is taken by ${first.number}`);
  await dates.getByText("Approve", { exact: true }).click();
  const record = strictPage.getByRole("button", { name: "Record decision" });
  await record.click();
  await expect(strictPage.getByRole("alert", { name: "There is a problem" })).toContainText(
    "Enter why the blocked dates are approved anyway.",
  );
  await strictPage.getByRole("textbox", { name: "Why they are approved anyway" }).fill("Both share the hall");
  await record.click();
  await expect(strictPage.getByText(/^Approved with override by Ana Ferreira$/)).toBeVisible();
  await expect(strictPage.getByText("Both share the hall").first()).toBeVisible();
});

for (const { choice, title, canSend } of [
  {
    choice: "The client may change it and send it again",
    title: "Rejected, may be sent again",
    canSend: true,
  },
  { choice: "This is final", title: "Rejected for good", canSend: false },
]) {
  test(`rejecting: ${title.toLowerCase()}`, async ({ as, strictPage, signInAs }) => {
    const client = await as("client");
    const venue = await makeVenue(await as("admin"));
    const booking = await makeSubmitted(client, { venueId: venue.id });
    await signInAs("admin");
    await strictPage.goto(`/admin/bookings/${booking.bookingId}`);
    await strictPage.getByRole("button", { name: "Reject…" }).click();
    const dialog = strictPage.getByRole("dialog", { name: `Reject ${booking.number}` });
    await dialog.getByRole("textbox", { name: "Reason" }).fill("No power on the quay");
    await dialog.getByText(choice).click();
    await dialog.getByRole("button", { name: `Reject ${booking.number}` }).click();
    await expect(dialog).toBeHidden();
    await expect(strictPage.getByText(title)).toBeVisible();
    await expect(strictPage.getByText("No power on the quay").first()).toBeVisible();
    const found = await client.query("bookings.byId", { bookingId: booking.bookingId });
    expect(field(field(found, "can"), "submit")).toBe(canSend);
  });
}

test("one booking is approved by keyboard alone (U-3)", async ({ as, strictPage, signInAs }) => {
  const admin = await as("admin");
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  const { keyboard } = strictPage;
  await signInAs("admin");
  await strictPage.goto("/admin");
  await expect(strictPage.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await keyboard.press("g");
  await keyboard.press("b");
  await expect(strictPage.getByRole("heading", { level: 1, name: "Bookings" })).toBeVisible();
  await keyboard.press("/");
  await expect(strictPage.getByRole("searchbox")).toBeFocused();
  await keyboard.type(booking.title);
  await expect(strictPage.getByRole("table").getByRole("row")).toHaveCount(2);
  await expect(strictPage.getByRole("table")).toContainText(booking.number);
  await keyboard.press("Escape");
  await keyboard.press("j");
  await keyboard.press("Enter");
  await expect(strictPage.getByRole("heading", { level: 1, name: booking.number })).toBeVisible();
  await tabTo(strictPage.getByRole("link", { name: "Decide…" }));
  await keyboard.press("Enter");
  const record = strictPage.getByRole("button", { name: "Record decision" });
  await expect(record).toBeVisible();
  await tabTo(record);
  await keyboard.press("Enter");
  await expect(
    strictPage.getByRole("heading", { level: 1, name: `${booking.number} ${booking.title}` }),
  ).toBeVisible();
  const found = await admin.query("bookings.byId", { bookingId: booking.bookingId });
  expect(listField(found, "dates").map((date) => field(date, "status"))).toEqual(["approved"]);
  expect(numberField(found, "version")).toBeGreaterThan(booking.version);

  /** Presses Tab until the focus is there; a page that needs more than 60 presses has lost its way. */
  async function tabTo(target: typeof record): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await keyboard.press("Tab");
    }
    throw new Error("Tab never came there");
  }
});
