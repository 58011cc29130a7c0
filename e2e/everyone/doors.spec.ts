import { expect, test } from "../fixtures";
import { demoPassword, people, type Who } from "../fixtures/people";
import { makeSubmitted, makeVenue } from "../fixtures/scenes";

/** Where each role begins, and pages of the other audiences, which lead back there. */
const homes: readonly { readonly who: Who; readonly home: string; readonly foreign: readonly string[] }[] = [
  { who: "admin", home: "/admin", foreign: ["/client", "/agent"] },
  { who: "manager", home: "/field", foreign: ["/admin", "/admin/bookings", "/client", "/log"] },
  { who: "agent", home: "/agent", foreign: ["/admin", "/admin/import", "/client", "/field", "/log"] },
  { who: "client", home: "/client", foreign: ["/admin", "/admin/calendar", "/agent", "/field", "/log"] },
];

test("a wrong password is refused in place, the right one leads on to where one wanted to go", async ({
  strictPage,
}) => {
  await strictPage.goto("/client/bookings/new");
  await expect(strictPage).toHaveURL(/\/sign-in\?next=/);
  const [email, password] = [
    strictPage.getByRole("textbox", { name: "E-mail address" }),
    strictPage.getByLabel("Password", { exact: true }),
  ];
  await email.fill(people.client);
  await password.fill("not-the-password");
  await strictPage.getByRole("button", { name: "Sign in" }).click();
  await expect(strictPage.getByRole("alert").filter({ hasText: "You are not signed in" })).toContainText(
    "The e-mail address or the password is not right.",
  );
  await expect(email).toHaveValue(people.client);

  await password.fill(demoPassword);
  await strictPage.getByRole("button", { name: "Sign in" }).click();
  await expect(strictPage).toHaveURL(/\/client\/bookings\/new$/);
});

test("signing out ends the session and leaves nothing on the device (S-39)", async ({ strictPage }) => {
  await strictPage.goto("/sign-in");
  await strictPage.getByRole("textbox", { name: "E-mail address" }).fill(people.client);
  await strictPage.getByLabel("Password", { exact: true }).fill(demoPassword);
  await strictPage.getByRole("button", { name: "Sign in" }).click();
  await expect(strictPage.getByRole("heading", { level: 1, name: "Bookings" })).toBeVisible();

  await test.step("something unsent is kept on the device first", async () => {
    await strictPage.goto("/client/bookings/new");
    await strictPage.getByRole("textbox", { name: "Title" }).fill("Half a request");
    await strictPage.getByRole("button", { name: "Continue" }).click();
    await expect.poll(() => strictPage.evaluate(storedNames)).not.toEqual([]);
  });

  await strictPage.goto("/client");
  await strictPage.getByLabel(/^Account of /).click();
  await strictPage.getByRole("button", { name: "Sign out" }).click();
  await expect(strictPage).toHaveURL(/\/sign-in$/);
  await expect.poll(() => strictPage.evaluate(storedNames)).toEqual([]);
  await strictPage.goto("/client");
  await expect(strictPage).toHaveURL(/\/sign-in\?next=/);
});

/** Names of what the browser keeps of this origin. Runs in the page. */
async function storedNames(): Promise<string[]> {
  const databases = await indexedDB.databases();
  const stores = [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys())];
  return [...databases.map(({ name }) => name ?? ""), ...stores];
}

for (const { who, home, foreign } of homes) {
  test(`${who}: begins at ${home}, the pages of others lead back there`, async ({ strictPage, signInAs }) => {
    await signInAs(who);
    for (const path of ["/", ...foreign]) {
      await strictPage.goto(path);
      expect(new URL(strictPage.url()).pathname, path).toBe(home);
    }
  });
}

test("somebody else's booking looks as if it did not exist (S-6)", async ({ as, strictPage, signInAs }) => {
  const venue = await makeVenue(await as("admin"));
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("otherClient");
  const seen: string[] = [];
  for (const id of [booking.bookingId, "01980000-0000-7000-8000-000000000000"]) {
    for (const page of ["", "/edit", "/sent"]) {
      const answer = await strictPage.goto(`/client/bookings/${id}${page}`);
      const title = await strictPage.title();
      const text = await strictPage.locator("main").last().innerText();
      seen.push(`${page} ${answer?.status()} ${title} ${text}`);
      expect(text).toContain("This page is not here");
    }
  }
  expect(seen.slice(0, 3)).toEqual(seen.slice(3));
  expect(seen.join(" ")).not.toContain(booking.title);
});
