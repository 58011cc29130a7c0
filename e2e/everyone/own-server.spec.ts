import { expect, type Page, test } from "@playwright/test";
import { demoPassword, people } from "../fixtures/people";
import { type Account, type Answer, inParallel, signedIn } from "./account";
import { APPROVALS, AT_A_TIME, approve, handedIn, TITLE, untilHandled } from "./approvals";
import { logChecks } from "./log-checks";
import { type Blow, type OwnServer, ownServer } from "./own-server";
import { untilGone } from "./processes";

// What would disturb everybody else, on a server of its own with one demo agency: a paused handler, and the promise
// that a kill -9 in the middle of 200 approvals loses nothing and does nothing twice. The server is the production
// build with its embedded database, killed for real; both outlive no test.

/** Approvals that were answered when it struck, and what it hits. */
const blows: readonly (readonly [answered: number, blow: Blow])[] = [
  [40, "server"],
  [80, "launcher and server"],
  [120, "launcher"],
  [160, "everything"],
];

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let admin: Account;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await ownServer();
  await server.start();
  admin = await signedIn(server.baseURL, people.admin, demoPassword);
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
  for (let number = 1; number <= count; number += 1) {
    await admin.mutate("directory.clients.create", { fields: { name: `Client in the queue ${number}` } });
  }
}

test("a backlog is shown while its handler is paused, misses nothing, and is shown to recover", async ({
  page,
}) => {
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

test("kill -9 in the middle of 200 approvals loses nothing and does nothing twice", async () => {
  test.setTimeout(180_000);
  const approvals = await handedIn(server);
  const answers = new Map<string, Answer>();
  for (const [answered, blow] of blows) {
    await test.step(`the kill of ${blow} after ${answered} answers`, async () => {
      await approve({ server, admin }, approvals, answers, answered, blow);
      expect(answers.size).toBeLessThan(APPROVALS);
      await server.start();
    });
  }
  await approve({ server, admin }, approvals, answers);
  expect(answers.size).toBe(APPROVALS);
  await untilHandled(server);

  await inParallel(approvals, AT_A_TIME, async (one) => {
    const first = answers.get(one.idempotencyKey);
    const again = await admin.mutate("bookings.approve", one);
    expect(again).toEqual({ ...first, repeated: true });
  });
  for (const [sentence, statement] of Object.entries(logChecks)) {
    const parameters = statement.includes("$1") ? [TITLE] : [];
    expect.soft(await server.query(`${statement}\nLIMIT 5`, parameters), sentence).toEqual([]);
  }
  expect(await server.query("SELECT count(*)::int AS n FROM booking WHERE title = $1", [TITLE])).toEqual([
    { n: APPROVALS },
  ]);
});

test("a stop in the middle of approvals lets deliveries finish and leaves no lease behind", async () => {
  test.setTimeout(180_000);
  const approvals = await handedIn(server, 2032);
  const answers = new Map<string, Answer>();
  let stopped: Promise<number | null> | undefined;
  await inParallel(
    approvals,
    AT_A_TIME,
    async (one) => {
      await admin.mutate("bookings.approve", one).then(
        (answer) => answers.set(one.idempotencyKey, answer),
        (error: unknown) => {
          if (!stopped) throw error;
        },
      );
      if (answers.size >= 40) stopped ??= server.stop();
    },
    () => stopped !== undefined,
  );
  expect(await stopped).toBe(0);
  await server.start();
  const left = await server.query(
    `SELECT handler, type FROM event_delivery WHERE lease_until IS NOT NULL
       AND leased_by NOT IN (SELECT id FROM dispatcher_instance WHERE pid = $1)`,
    [server.serverPid()],
  );
  expect(left).toEqual([]);
  await untilHandled(server);
});

test("a stop leaves no process behind, an open stream or not", async () => {
  const stream = await fetch(`${server.baseURL}/api/trpc/live.changes`, {
    headers: { cookie: admin.cookie, accept: "text/event-stream" },
  });
  const reader = stream.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toContain("connected");
  const page = server.serverPid();

  expect(await server.stop()).toBe(0);
  await untilGone([page]);
  await expect(fetch(server.baseURL)).rejects.toThrow();
});
