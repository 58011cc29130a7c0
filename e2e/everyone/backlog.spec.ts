import { expect, type Page, test } from "@playwright/test";
import { demoPassword, people } from "../fixtures/people";
import { signedIn } from "./account";
import { type OwnServer, ownServer } from "./own-server";

// A server of its own: a paused handler would keep everybody else's tests waiting.
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await ownServer();
  await server.start();
});
test.afterAll(() => server.dispose());

/** Measuring takes a twentieth of the time at most: on a busy machine its turns are far apart. */
const MEASURED_MS = 90_000;

async function openHealth(page: Page): Promise<void> {
  await page.goto(`${server.baseURL}/sign-in?next=/log/health?handler=reporting`);
  await page.getByRole("textbox", { name: "E-mail address" }).fill(people.admin);
  await page.getByLabel("Password", { exact: true }).fill(demoPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log health" })).toBeVisible();
}

/** A few facts that reporting hears. */
async function makeClients(count: number): Promise<void> {
  const admin = await signedIn(server.baseURL, people.admin, demoPassword);
  for (let number = 1; number <= count; number += 1) {
    await admin.mutate("directory.clients.create", { fields: { name: `Client in the queue ${number}` } });
  }
}

test("is shown while it is paused, misses nothing, and is shown to recover", async ({ page }) => {
  test.setTimeout(300_000);
  const setPaused = (to: string) =>
    server.query(`UPDATE event_handler SET paused_at = ${to} WHERE name = 'reporting'`);
  await openHealth(page);
  const handler = page.getByRole("combobox", { name: "Handler" });
  await handler.selectOption("reporting");
  const line = page
    .getByRole("table", { name: "Handlers and types" })
    .getByRole("row")
    .filter({ hasText: "DIRECTORY_RECORD_CREATED" });
  const account = page
    .getByRole("table", { name: "Accounts per handler" })
    .getByRole("row")
    .filter({ hasText: "reporting" });
  // What only a phone shows stands in the cells too.
  const [due, oldest] = [line.getByRole("cell").nth(9), line.getByRole("cell").nth(10)];
  const [waiting, missing] = [account.getByRole("cell").nth(2), account.getByRole("cell").last()];

  await setPaused("clock_timestamp()");
  await makeClients(3);
  await expect(due).toHaveText("3", { timeout: MEASURED_MS, useInnerText: true });
  await expect(oldest).toHaveText(/^\d+(\.\d)? (ms|s)|min/, { useInnerText: true });
  await expect(handler).toContainText("reporting (paused)");
  await expect(waiting).toHaveText("3", { useInnerText: true });
  await expect(missing).toHaveText("0", { useInnerText: true });

  await setPaused("NULL");
  await expect(due).toHaveText("0", { timeout: MEASURED_MS, useInnerText: true });
  await expect(oldest).toHaveText("–", { useInnerText: true });
  await expect(waiting).toHaveText("0", { useInnerText: true });
  await expect(missing).toHaveText("0", { useInnerText: true });
  await expect(handler).not.toContainText("paused");
});
