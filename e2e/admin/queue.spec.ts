import { expect, test } from "../fixtures";
import { dayAhead, decide, makeSubmitted, makeVenue, unique } from "../fixtures/scenes";

const day = dayAhead(30);

test("bulk approval tells of each booking, and what failed can be tried again (U-13)", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const [admin, otherAdmin, client] = [await as("admin"), await as("otherAdmin"), await as("client")];
  const words = unique("Sampling wave");
  const venue = await makeVenue(admin);
  const wish = (title: string, hour: string) => ({ venueId: venue.id, title, starts: [`${day}T${hour}:00`] });
  const good = await makeSubmitted(client, wish(`${words} good`, "06"));
  const spoiled = await makeSubmitted(client, wish(`${words} spoiled`, "12"));
  const blocked = await makeSubmitted(client, wish(`${words} blocked`, "18"));
  await decide(admin, await makeSubmitted(await as("otherClient"), wish(unique("Earlier"), "17")));

  await signInAs("admin");
  await strictPage.goto(`/admin/bookings?q=${encodeURIComponent(words)}`);
  const rows = strictPage.getByRole("table", { name: "Bookings" }).getByRole("row");
  await expect(rows).toHaveCount(4);
  await strictPage.getByRole("checkbox", { name: "Select all on this page" }).check();
  await strictPage.getByRole("button", { name: "Approve 3 bookings…" }).click();
  const dialog = strictPage.getByRole("dialog");
  const line = (number: string) => dialog.getByRole("listitem").filter({ hasText: number });
  await expect(line(good.number)).toContainText("1 date clear");
  await expect(line(spoiled.number)).toContainText("1 date clear");
  await expect(line(blocked.number)).toContainText("1 blocked");
  await expect(line(blocked.number)).toContainText(`${venue.name} is taken by`);

  // Between the look and the press somebody else decides one of them.
  await decide(otherAdmin, spoiled);
  await dialog.getByRole("button", { name: "Approve 2 bookings" }).click();
  await expect(dialog.getByRole("status").filter({ hasText: "1 approved" })).toContainText("1 not approved");
  await expect(line(good.number)).toContainText("1 date approved");
  await expect(line(blocked.number)).toContainText("Left out");
  await expect(line(spoiled.number)).toContainText("Not approved");

  await dialog.getByRole("button", { name: "Retry 1 failed" }).click();
  await expect(line(spoiled.number)).toContainText("None of its dates waits for a decision.");
  await dialog.getByRole("button", { name: "Close" }).first().click();
  await expect(rows.filter({ hasText: blocked.number })).toContainText("Submitted");
  await expect(rows.filter({ hasText: good.number })).toHaveCount(0);
});

test("filters stand in the address: reload and Back bring the view again (U-5)", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const admin = await as("admin");
  const venue = await makeVenue(admin);
  const booking = await makeSubmitted(await as("client"), { venueId: venue.id });
  await signInAs("admin");
  await strictPage.goto("/admin/bookings");
  const rows = strictPage.getByRole("table", { name: "Bookings" }).getByRole("row");
  const chip = (name: string) => strictPage.getByRole("button", { name: `Remove filter ${name}` });

  await strictPage.getByRole("link", { name: "All", exact: true }).click();
  await strictPage.getByRole("searchbox").fill(booking.title);
  await expect(rows).toHaveCount(2);
  await strictPage.getByRole("button", { name: "Status" }).click();
  await strictPage.getByRole("checkbox", { name: "Submitted" }).check();
  await expect(chip("Status: Submitted")).toBeVisible();
  await strictPage.keyboard.press("Escape");
  await strictPage.getByRole("combobox", { name: "Sort" }).selectOption({ label: "Newest number" });
  await expect(strictPage).toHaveURL(/sort=number/);

  await strictPage.reload();
  await expect(rows).toHaveCount(2);
  await expect(strictPage.getByRole("searchbox")).toHaveValue(booking.title);
  await expect(chip("Status: Submitted")).toBeVisible();
  await expect(strictPage.getByRole("combobox", { name: "Sort" })).toHaveValue("number");

  await rows.filter({ hasText: booking.number }).getByRole("link").first().click();
  const pane = strictPage.getByRole("complementary", { name: `${booking.number} ${booking.title}` });
  await expect(pane).toBeVisible();
  await strictPage.goBack();
  await expect(pane).toBeHidden();
  await expect(rows).toHaveCount(2);
  await expect(chip("Status: Submitted")).toBeVisible();

  await strictPage.getByRole("button", { name: "Clear filters" }).click();
  await expect(chip("Status: Submitted")).toHaveCount(0);
  await expect(strictPage.getByRole("searchbox")).toHaveValue("");
});

test("a page that takes its time says that it is on its way (U-38)", async ({ strictPage, signInAs }) => {
  await signInAs("admin");
  await strictPage.goto("/admin/bookings");
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const pages = (url: URL) => url.searchParams.has("_rsc");
  await strictPage.route(pages, async (route) => {
    await opened;
    await route.continue();
  });
  await strictPage.getByRole("link", { name: "Calendar", exact: true }).click();
  const notice = strictPage.getByRole("status").filter({ hasText: "Opening the page" });
  await expect(notice).toBeVisible();
  open();
  await expect(strictPage.getByRole("heading", { level: 1, name: "Calendar" })).toBeVisible();
  await expect(notice).toHaveCount(0);
});
