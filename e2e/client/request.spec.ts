import { expect, test } from "../fixtures";
import { listField } from "../fixtures/api";
import { fillDate, fillPlan, fillWhatAndWhere, goOn } from "../fixtures/request-form";
import { dayAhead, makeVenue, unique } from "../fixtures/scenes";

test("a half-written request survives a crash and is offered again (U-23)", async ({
  as,
  context,
  strictPage,
  signInAs,
}) => {
  const venue = await makeVenue(await as("admin"));
  const title = unique("Lantern walk");
  await signInAs("client");
  await strictPage.goto("/client/bookings/new");
  await fillWhatAndWhere(strictPage, title, venue);
  await goOn(strictPage, "When");
  await fillDate(strictPage, dayAhead(40), "18:30");
  await goOn(strictPage, "What is to happen");

  // A page that is closed without its farewell is as good as a crash; what the device keeps stays.
  await expect.poll(() => strictPage.evaluate(keptOnDevice)).toContain("18:30");
  await strictPage.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await again.goto("/client/bookings/new");
  await expect(again.getByText(/^You have an unsent request from /)).toBeVisible();
  await expect(again.getByText(title)).toBeVisible();
  await again.getByRole("button", { name: "Continue" }).click();
  await expect(again.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  await expect(again.getByRole("combobox", { name: "Venue" })).toHaveValue(new RegExp(venue.name));
  await goOn(again, "When");
  await expect(again.getByRole("textbox", { name: "Start" })).toHaveValue("18:30");

  await test.step("and is gone once it is sent", async () => {
    await goOn(again, "What is to happen");
    await fillPlan(again, "Guided walk");
    await goOn(again, "Contact and notes");
    await goOn(again, "Check your answers");
    await again.getByRole("button", { name: "Send request" }).click();
    await expect(again.getByRole("heading", { name: /^Request sent: BK-/ })).toBeVisible();
    await again.goto("/client/bookings/new");
    await expect(again.getByRole("textbox", { name: "Title" })).toHaveValue("");
    await expect(again.getByText(/^You have an unsent request/)).toHaveCount(0);
  });
});

/** Everything in the store of unsent forms, as text. Runs in the page. */
function keptOnDevice(): Promise<string> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("keyval-store");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("keyval").objectStore("keyval").getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(JSON.stringify(reading.result));
      };
    };
  });
}

test("mistakes are told on submit only, in one summary, and go once mended (U-16, U-17)", async ({
  strictPage,
  signInAs,
}) => {
  await signInAs("client");
  await strictPage.goto("/client/bookings/new");
  const title = strictPage.getByRole("textbox", { name: "Title" });
  const summary = strictPage.getByRole("alert", { name: "There is a problem" });

  await title.focus();
  await title.blur();
  await expect(title).not.toHaveAttribute("aria-invalid", "true");
  await expect(summary).toHaveCount(0);

  await strictPage.getByRole("button", { name: "Continue" }).click();
  await expect(summary).toBeFocused();
  await expect(strictPage).toHaveTitle(/^Error: /);
  await expect(summary.getByRole("link")).toHaveText(["Enter a title.", "Choose a venue."]);

  await summary.getByRole("link", { name: "Enter a title." }).click();
  await expect(title).toBeFocused();
  await expect(title).toHaveAttribute("aria-invalid", "true");
  await title.pressSequentially("Tea");
  await expect(title).not.toHaveAttribute("aria-invalid", "true");
  await expect(summary.getByRole("link")).toHaveText(["Choose a venue."]);
  // What fails again stands where its field stands, not at the end.
  await title.fill("");
  await expect(summary.getByRole("link")).toHaveText(["Enter a title.", "Choose a venue."]);
});

test("a request whose sending failed half-way is not made a second time", async ({ as, page, signInAs }) => {
  const client = await as("client");
  const venue = await makeVenue(await as("admin"));
  const title = unique("Lantern walk");
  await signInAs("client");
  await page.goto("/client/bookings/new");
  await fillWhatAndWhere(page, title, venue);
  await goOn(page, "When");
  await fillDate(page, dayAhead(40), "18:30");
  await goOn(page, "What is to happen");
  await fillPlan(page, "Guided walk");
  await goOn(page, "Contact and notes");
  await goOn(page, "Check your answers");
  const handingIn = /\/api\/trpc\/bookings\.submit/;
  await page.route(handingIn, (route) => route.abort());
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Muster could not be reached" })).toBeVisible();
  await page.unroute(handingIn);

  await page.getByRole("link", { name: "Muster" }).click();
  await page.getByRole("button", { name: "Leave and keep" }).click();
  await page.getByRole("link", { name: "Request a booking" }).click();
  // Until it is found, the empty form stands there with a button of the same name.
  await expect(page.getByText(/^You have an unsent request from /)).toBeVisible();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue(title);
  await goOn(page, "When");
  await goOn(page, "What is to happen");
  await goOn(page, "Contact and notes");
  await goOn(page, "Check your answers");
  await page.getByRole("button", { name: "Send request" }).click();
  await expect(page.getByRole("heading", { name: /^Request sent: BK-/ })).toBeVisible();
  const found = await client.query("bookings.list", { q: title });
  expect(listField(found, "items")).toHaveLength(1);
});

test("a press says so when the checks of the form cannot be fetched (U-19)", async ({ page, signInAs }) => {
  await signInAs("client");
  await page.goto("/client/bookings/new");
  await expect(page.getByRole("textbox", { name: "Title" })).toBeVisible();
  const chunks = /\/_next\/static\//;
  await page.route(chunks, (route) => route.abort());
  const goesOn = page.getByRole("button", { name: "Continue" });
  await goesOn.click();
  await expect(page.getByRole("alert").filter({ hasText: "Muster could not be reached" })).toBeVisible();
  await page.unroute(chunks);
  await goesOn.click();
  await expect(page.getByRole("alert", { name: "There is a problem" })).toContainText("Enter a title.");
});

test("what is missing is said before anything is sent (U-24)", async ({
  as,
  context,
  strictPage,
  signInAs,
}) => {
  const venue = await makeVenue(await as("admin"));
  await signInAs("client");
  const begun = await context.newPage();
  await begun.goto("/client/bookings/new");
  await begun.getByRole("textbox", { name: "Title" }).fill("Tea");
  await expect.poll(() => begun.evaluate(keptOnDevice)).toContain("Tea");
  await begun.close({ runBeforeUnload: false });

  // What was begun is taken up at any step, whatever is still missing.
  await strictPage.goto("/client/bookings/new?step=check");
  await expect(strictPage.getByText(/^You have an unsent request from /)).toBeVisible();
  await strictPage.getByRole("button", { name: "Continue" }).click();
  await strictPage.getByRole("button", { name: "Send request" }).click();
  const problem = strictPage.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(problem.getByRole("button")).toHaveCount(3);
  await expect(strictPage).toHaveTitle(/^Error: /);
  await problem.getByRole("button", { name: "Choose a venue." }).click();
  await fillWhatAndWhere(strictPage, unique("Tea stand"), venue);
  await goOn(strictPage, "When");
});

test("an address of a later step begins at the first one while nothing is entered", async ({
  page,
  signInAs,
}) => {
  await signInAs("client");
  await page.goto("/client/bookings/new?step=check");
  await expect(page.getByRole("heading", { name: "What and where", level: 2 })).toBeVisible();
  await expect(page.getByRole("button", { name: "Send request" })).toHaveCount(0);
});
