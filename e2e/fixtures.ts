import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import pg from "pg";

/** The four sign-ins that the README names, and others of the demo agency. */
export const people = {
  admin: "admin@muster.test",
  otherAdmin: "jonas.keller@muster.test",
  manager: "manager@muster.test",
  agent: "agent@muster.test",
  client: "client@muster.test",
  otherClient: "victor.hale@muster.test",
} as const;

export type Who = keyof typeof people;

const PASSWORD = "muster-demo-2026";

/** Calls procedures as one person, over HTTP as a browser would. */
export interface Api {
  query(path: string, input?: unknown): Promise<unknown>;
  mutation(path: string, input: unknown): Promise<unknown>;
}

interface Fixtures {
  /** Signs a browser context in, by the same endpoint as the form. */
  readonly signInAs: (who: Who, context?: BrowserContext) => Promise<void>;
  /** Procedures as this person, for setting a scene. */
  readonly as: (who: Who) => Promise<Api>;
  /** Resolves when every delivery of the log is settled. */
  readonly untilHandled: () => Promise<void>;
  /** Fails the test on an error in the console, a foreign request or a violated policy. */
  readonly strictPage: Page;
}

async function signIn(request: APIRequestContext, baseURL: string, who: Who): Promise<void> {
  const answer = await request.post("/api/auth/sign-in/email", {
    data: { email: people[who], password: PASSWORD },
    headers: { origin: baseURL },
  });
  expect(answer.ok(), `sign-in of ${who} answered ${answer.status()}`).toBe(true);
}

function apiOf(request: APIRequestContext, baseURL: string): Api {
  const call = async (path: string, input: unknown) => {
    const answer = await request.post(`/api/trpc/${path}`, {
      data: { json: input ?? null },
      headers: { origin: baseURL },
    });
    const body: unknown = await answer.json();
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${JSON.stringify(body)}`);
    return dataOf(body);
  };
  return { query: call, mutation: call };
}

function dataOf(body: unknown): unknown {
  const result = field(body, "result");
  return field(field(result, "data"), "json");
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

async function settled(baseURL: string | undefined): Promise<void> {
  const url = readFileSync(join(process.env.E2E_DATA_DIR ?? ".data", "database-url"), "utf8").trim();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await expect
      .poll(
        async () =>
          (await client.query("SELECT count(*)::int AS open FROM event_delivery WHERE dead_at IS NULL"))
            .rows[0].open,
        { timeout: 30_000, message: `deliveries of ${baseURL} still open` },
      )
      .toBe(0);
  } finally {
    await client.end();
  }
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ context, baseURL }, provide) => {
    await provide((who, other) => signIn((other ?? context).request, baseURL ?? "", who));
  },
  as: async ({ playwright, baseURL }, provide) => {
    const opened: APIRequestContext[] = [];
    await provide(async (who) => {
      const request = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
      opened.push(request);
      await signIn(request, baseURL ?? "", who);
      return apiOf(request, baseURL ?? "");
    });
    await Promise.all(opened.map((request) => request.dispose()));
  },
  untilHandled: async ({ baseURL }, provide) => {
    await provide(() => settled(baseURL));
  },
  strictPage: async ({ page, baseURL }, provide) => {
    const problems: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`page: ${error.message}`));
    page.on("request", (request) => {
      const url = new URL(request.url());
      const foreign = url.protocol.startsWith("http") && url.origin !== new URL(baseURL ?? "").origin;
      if (foreign) problems.push(`foreign request: ${url.origin}`);
    });
    await provide(page);
    expect(problems).toEqual([]);
  },
});

export { expect };
