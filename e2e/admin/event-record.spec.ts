import { expect, test } from "../fixtures";
import { type Api, field, listField, numberField, textField } from "../fixtures/api";
import { type Booking, dayAhead, makePlanned, makeVenue } from "../fixtures/scenes";

const [day, next] = [dayAhead(40), dayAhead(41)];

test("an event is given away, moved and called off, each after what follows from it was read", async ({
  as,
  strictPage,
  signInAs,
}) => {
  const admin = await as("admin");
  const venue = await makeVenue(admin);
  const starts = [`${day}T10:00`, `${next}T10:00`];
  const booking = await makePlanned(admin, await as("client"), { venueId: venue.id, starts });
  const [event, other] = await eventsOf(admin, booking);
  if (!event || !other) throw new Error("two dates make two events");

  await signInAs("admin");
  await strictPage.goto(`/admin/events/${event.id}`);
  await strictPage.getByRole("button", { name: "Assign manager…" }).click();
  const dialog = strictPage.getByRole("dialog", { name: `Assign ${event.code}` });
  await dialog.getByRole("radio").first().check();
  await dialog.getByRole("button", { name: /^Assign to / }).click();
  await expect(dialog).toBeHidden();
  await expect(strictPage.getByText("Manager assigned", { exact: true })).toBeVisible();

  await strictPage.getByRole("button", { name: "More" }).click();
  await strictPage.getByRole("menuitem", { name: "Reschedule…" }).click();
  await expect(strictPage.getByRole("heading", { level: 1, name: `Reschedule ${event.code}` })).toBeVisible();
  const move = strictPage.getByRole("button", { name: `Move ${event.code}` });
  await fillIn("New date", dayAhead(-1));
  await expect(strictPage.getByText("This start has passed. Choose one that lies ahead.")).toBeVisible();
  await fillIn("New date", day);
  await fillIn("New time", "13:00");
  await expect(strictPage.getByText(/^Tells \d+ people, one message each$/)).toBeVisible();
  await expect(strictPage.getByText(/^To .*13:00–17:00, Berlin time/)).toBeVisible();
  await fillIn("Reason", "The hall is let until noon");
  await move.click();
  await expect(strictPage.getByRole("heading", { level: 1, name: event.code })).toBeVisible();
  await expect(strictPage.getByText(/13:00–17:00, Berlin time/).first()).toBeVisible();
  await expect(strictPage.getByText("Rescheduled", { exact: true })).toBeVisible();

  await strictPage.goto(`/admin/events/${other.id}/cancel`);
  await expect(strictPage.getByText("1 activity called off")).toBeVisible();
  await expect(strictPage.getByText(`The other events of ${booking.number} stay as they are.`)).toBeVisible();
  await fillIn("Why it does not take place", "No permit");
  await strictPage.getByRole("button", { name: `Cancel ${other.code}` }).click();
  await expect(strictPage.getByRole("heading", { level: 1, name: other.code })).toBeVisible();
  await expect(strictPage.getByText("No permit").first()).toBeVisible();

  async function fillIn(label: string, text: string): Promise<void> {
    const input = strictPage.getByRole("textbox", { name: label });
    await input.fill(text);
    await input.press("Tab");
  }
});

async function eventsOf(admin: Api, { bookingId }: Booking) {
  const found = await admin.query("bookings.byId", { bookingId });
  return listField(found, "dates").map((date) => {
    const event = field(date, "event");
    return { id: textField(event, "eventId"), code: `EV-${numberField(event, "number")}` };
  });
}
