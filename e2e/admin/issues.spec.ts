import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { expect, test } from "../fixtures";
import { listField } from "../fixtures/api";
import { makePlanned, makeVenue, unique } from "../fixtures/scenes";

/** A photo as a phone takes it: with where it was taken. */
function photoWithPosition(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: "#7a5c2e" } })
    .withExif({ IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1", GPSLongitude: "13/1 24/1 0/1" } })
    .jpeg()
    .toBuffer();
}

test("a photo with a position goes up with an issue, comes back without it, and only to who may see it", async ({
  as,
  strictPage: page,
  signInAs,
  windowOf,
}) => {
  const [admin, client] = [await as("admin"), await as("client")];
  const venue = await makeVenue(admin);
  const booking = await makePlanned(admin, client, { venueId: venue.id });
  const found = await admin.query("events.list", { q: booking.title, order: "earliest", limit: 1 });
  expect(listField(found, "items")).toHaveLength(1);
  const photo = await photoWithPosition();
  // The fixture has what must go.
  expect((await sharp(photo).metadata()).exif).toBeDefined();

  await signInAs("admin");
  await page.goto("/admin/issues");
  await page.getByRole("button", { name: "Report an issue…" }).click();
  const dialog = page.getByRole("dialog", { name: "Report an issue" });
  await dialog.getByRole("combobox", { name: "Event" }).fill(booking.title);
  await page.getByRole("option", { name: booking.title }).click();
  await dialog.getByRole("combobox", { name: "About" }).selectOption("Logistics");
  await dialog.getByText("Critical", { exact: true }).click();
  const description = unique("No power at the stage");
  await dialog.getByRole("textbox", { name: "What is wrong" }).fill(description);
  await dialog
    .getByLabel("Photos", { exact: true })
    .setInputFiles({ name: "stage.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(dialog.getByText("Sent", { exact: true })).toBeVisible();
  await dialog.getByRole("button", { name: "Report the issue" }).click();

  await page.getByRole("table", { name: "Issues" }).getByText(description).click();
  const pane = page.getByRole("complementary", { name: /^Issue of EV-/ });
  await expect(pane.getByText(/^Acknowledge in 1[45] minutes$/)).toBeVisible();
  const shown = pane.getByRole("list", { name: "Photos of the issue" }).getByRole("img");
  await expect(shown).toHaveJSProperty("complete", true);
  const address = new URL((await shown.getAttribute("src")) ?? "", page.url()).pathname;
  const kept = await page.request.get(address);
  expect(kept.headers()).toMatchObject({
    "content-type": "image/jpeg",
    "x-content-type-options": "nosniff",
    "content-security-policy": expect.stringContaining("sandbox"),
  });
  expect((await sharp(await kept.body()).metadata()).exif).toBeUndefined();

  // Past the form, as a program would send it: the server strips it all the same.
  const id = randomUUID();
  const headers = { "content-type": "image/jpeg", "x-photo-id": id, origin: new URL(page.url()).origin };
  expect((await page.request.post("/api/photos", { data: photo, headers })).status()).toBe(201);
  const bare = await page.request.get(`/photos/${id}`);
  expect((await sharp(await bare.body()).metadata()).exif).toBeUndefined();

  for (const stranger of ["client", "otherClient"] as const) {
    const other = await windowOf(stranger);
    expect((await other.request.get(address)).status()).toBe(404);
  }

  await pane.getByRole("button", { name: "Acknowledge" }).click();
  await expect(pane.getByText("Acknowledged", { exact: true })).toBeVisible();
  await pane.getByRole("button", { name: "Resolve…" }).click();
  const resolving = page.getByRole("dialog", { name: "Resolve the issue" });
  await resolving.getByRole("textbox", { name: "How it was resolved" }).fill("The generator runs.");
  await resolving.getByRole("button", { name: "Resolve issue" }).click();
  await expect(pane.getByText("The generator runs.")).toBeVisible();
});
