import { expect, test } from "../fixtures";
import { type Api, listField, numberField, textField } from "../fixtures/api";
import { dayAhead, makePlanned, makeVenue } from "../fixtures/scenes";

/** An event of tomorrow at a venue of its own, which nobody has prepared. */
async function makeEvent(admin: Api, client: Api) {
  const venue = await makeVenue(admin);
  const wish = { venueId: venue.id, starts: [`${dayAhead(1)}T10:00`] };
  const booking = await makePlanned(admin, client, wish);
  const found = await admin.query("events.list", { bookingId: booking.bookingId });
  const [event] = listField(found, "items");
  return { venue, booking, id: textField(event, "id"), code: `EV-${numberField(event, "number")}` };
}

test("what the radar shows is mended in place and gone, and a cell of the matrix opens and ticks", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const { venue, booking, code } = await makeEvent(await as("admin"), await as("client"));
  await signInAs("admin");

  await strictPage.goto("/admin?risk=no_manager");
  const radar = strictPage.getByRole("list", { name: "At risk" });
  const line = radar.getByRole("listitem").filter({ hasText: booking.title });
  await expect(line).toContainText("It has no field manager.");
  await line.getByRole("button", { name: `Assign ${code} to…` }).click();
  const dialog = strictPage.getByRole("dialog");
  await dialog.getByRole("radio").first().check();
  await dialog.getByRole("button", { name: /^Assign to / }).click();
  await expect(dialog).toBeHidden();
  await expect(line).toHaveCount(0);

  await strictPage.goto("/admin?risk=venue_unconfirmed");
  await expect(line).toContainText("The venue is not confirmed.");
  await line.getByRole("button", { name: "Confirm venue" }).click();
  await expect(line).toHaveCount(0);

  await strictPage.goto(`/admin/readiness?venue=${venue.id}`);
  await expect(strictPage.getByRole("link", { name: `Venue of ${code}: there.` })).toBeVisible();
  await strictPage.getByRole("link", { name: new RegExp(`^Logistics of ${code}: not begun`) }).click();
  const pane = strictPage.getByRole("complementary", { name: `Readiness of ${code} ${booking.title}` });
  await pane.getByRole("button", { name: "Start preparation" }).click();
  await pane.getByRole("checkbox").first().check();
  await expect(strictPage.getByRole("link", { name: new RegExp(`^Logistics of ${code}: `) })).toContainText(
    "1 of 2",
  );
});
