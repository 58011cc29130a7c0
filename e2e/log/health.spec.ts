import { expect, test } from "../fixtures/log-scene";

test("charts stand beside tables, and the range is in the address (U-66)", async ({ logPage }) => {
  await logPage.goto("/log/health");
  for (const title of ["Throughput", "Recorded to done", "Waiting and parked", "Failures"]) {
    await expect(logPage.getByRole("img", { name: title })).toBeVisible();
    await expect(logPage.getByRole("region", { name: `${title}, as a table` })).toBeVisible();
  }
  await logPage.getByRole("link", { name: "Last 7 days" }).click();
  await expect(logPage).toHaveURL(/range=7d/);
  await expect(logPage.getByRole("region", { name: "Throughput, as a table" })).toContainText(
    /\d\d-\d\d \d\d:00/,
  );
  await logPage.reload();
  await expect(logPage.getByRole("link", { name: "Last 7 days" })).toHaveAttribute("aria-current", "page");
});

test("metrics are neither for visitors nor for who is signed in without the token (S-57)", async ({
  context,
  signInAs,
}) => {
  expect((await context.request.get("/api/metrics")).status()).toBe(401);
  await signInAs("admin");
  expect((await context.request.get("/api/metrics")).status()).toBe(401);
});
