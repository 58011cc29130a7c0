import { randomBytes } from "node:crypto";
import { asOwner } from "../fixtures/as-owner";
import { expect, type LogScene, test } from "../fixtures/log-scene";
import { untilHandled } from "../fixtures/until-handled";

/**
 * A rule of the database that no report of this booking from now on can keep, as a wrong migration might leave behind.
 */
async function poison(bookingId: string): Promise<{ readonly name: string; mend(): Promise<void> }> {
  await untilHandled(bookingId);
  const letters = [...randomBytes(6)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("");
  const name = `poison_${letters}`;
  await asOwner(
    `ALTER TABLE report_booking_fact ADD CONSTRAINT ${name} CHECK (booking_id <> '${bookingId}') NOT VALID`,
  );
  return {
    name,
    mend: async () => {
      await asOwner(`ALTER TABLE report_booking_fact DROP CONSTRAINT IF EXISTS ${name}`);
    },
  };
}

interface DeliveryRow {
  readonly failures: number;
  readonly is_parked: boolean;
}

async function reportingOf(correlationId: string): Promise<DeliveryRow | undefined> {
  const [row] = await asOwner<DeliveryRow>(
    `SELECT d.failures, d.dead_at IS NOT NULL AS is_parked FROM event_delivery d JOIN event_log l ON l.id = d.event_id
     WHERE l.correlation_id = $1 AND l.type = 'BOOKING_SUBMITTED' AND d.handler = 'reporting'`,
    [correlationId],
  );
  return row;
}

/** Seventeen hours of tries in a moment: the next failure is the last. Resolves when it has come. */
async function giveUp(correlationId: string): Promise<void> {
  await expect.poll(async () => (await reportingOf(correlationId))?.failures ?? 0).toBeGreaterThan(0);
  await asOwner(
    `UPDATE event_delivery d SET failures = 8, due_at = clock_timestamp() FROM event_log l
     WHERE l.id = d.event_id AND l.correlation_id = $1 AND d.handler = 'reporting' AND d.dead_at IS NULL`,
    [correlationId],
  );
  await expect.poll(async () => (await reportingOf(correlationId))?.is_parked).toBe(true);
}

/** Sends the booking and waits until its report has given up. */
async function submitInVain({ client, booking: { bookingId, version } }: LogScene): Promise<void> {
  await client.mutation("bookings.submit", { bookingId, version });
  await giveUp(bookingId);
}

test("a poison entry is found, its cause mended, retried and seen done (U-45)", async ({
  logPage,
  draft,
}) => {
  const cause = await poison(draft.booking.bookingId);
  try {
    await submitInVain(draft);

    await logPage.goto("/log/parked");
    const group = logPage.getByRole("listitem").filter({ hasText: cause.name });
    await expect(group.getByRole("heading", { name: "reporting: 1 delivery" })).toBeVisible();
    await group.getByRole("link", { name: /^BOOKING_SUBMITTED/ }).click();

    const pane = logPage.getByRole("complementary", { name: "Log entry" });
    const reporting = pane.getByRole("listitem").filter({ hasText: "Retry reporting" });
    await expect(reporting).toContainText("Parked");
    await expect(reporting).toContainText(cause.name);
    await expect(pane.getByRole("listitem").filter({ hasText: "notification" }).first()).toContainText(
      "Done",
    );

    await test.step("retried before the cause is mended, it fails again and waits for its next try", async () => {
      await reporting.getByRole("button", { name: "Retry reporting" }).click();
      await expect(reporting).toContainText("Retrying");
    });
    await test.step("and is parked again, so that nothing but the next retry can end it", async () => {
      await giveUp(draft.booking.bookingId);
      await expect(reporting).toContainText("Parked");
    });

    await cause.mend();
    await test.step("by keyboard alone: into the panel, to the button, pressed", async () => {
      const retry = reporting.getByRole("button", { name: "Retry reporting" });
      await expect(retry).toBeVisible();
      await logPage.keyboard.press("p");
      await expect(pane).toBeFocused();
      await expect
        .poll(
          async () => {
            await logPage.keyboard.press("Tab");
            return retry.evaluate((button) => button === document.activeElement);
          },
          { intervals: [20] },
        )
        .toBe(true);
      await logPage.keyboard.press("Enter");
    });
    await expect(pane.getByRole("listitem").filter({ hasText: /^reporting/ })).toContainText("Done");
    await expect(pane).toContainText("retried 1 delivery to reporting");

    await logPage.goto("/log/parked");
    await expect(logPage.getByRole("heading", { name: "Parked deliveries" })).toBeVisible();
    await expect(group).toHaveCount(0);
  } finally {
    await cause.mend();
  }
});

test("a delivery that no try can help is skipped with a reason", async ({ logPage, draft }) => {
  const { bookingId } = draft.booking;
  const cause = await poison(bookingId);
  try {
    await submitInVain(draft);

    await logPage.goto("/log/parked");
    const group = logPage.getByRole("listitem").filter({ hasText: cause.name });
    await group.getByRole("button", { name: "Skip…" }).click();
    const dialog = logPage.getByRole("dialog", { name: "Skip what reporting parked" });
    await expect(dialog).toContainText("1 delivery with this error");
    await dialog.getByRole("button", { name: "Skip 1 delivery" }).click();
    await expect(dialog).toContainText("Enter a reason.");
    await dialog.getByRole("textbox", { name: "Reason" }).fill("Counted by hand.");
    await dialog.getByRole("button", { name: "Skip 1 delivery" }).click();
    await expect(dialog).toBeHidden();
    await expect(group).toHaveCount(0);
    expect(await reportingOf(bookingId)).toBeUndefined();
  } finally {
    await cause.mend();
  }
});
