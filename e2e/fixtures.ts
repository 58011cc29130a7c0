import {
  type APIRequestContext,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type Api, apiOf } from "./fixtures/api";
import { problemsOn } from "./fixtures/page-problems";
import { type SessionState, sessionOf, type Who } from "./fixtures/people";

interface Fixtures {
  /** Signs a browser context in, by the same endpoint as the form. */
  readonly signInAs: (who: Who, context?: BrowserContext) => Promise<void>;
  /** Procedures as this person, for setting a scene. */
  readonly as: (who: Who) => Promise<Api>;
  /** A further window with storage of its own, signed in; held to the same as `strictPage`. */
  readonly windowOf: (who: Who) => Promise<Page>;
  /** Fails the test on an error in the console, a foreign request or a violated policy. */
  readonly strictPage: Page;
}

export const test = base.extend<Fixtures>({
  signInAs: async ({ context, playwright, baseURL }, provide) => {
    await provide(async (who, other) => {
      const state = await sessionOf(who, playwright.request, baseURL ?? "");
      await (other ?? context).addCookies(state.cookies);
    });
  },
  as: async ({ playwright, baseURL }, provide) => {
    const opened: APIRequestContext[] = [];
    await provide(async (who) => {
      const storageState: SessionState = await sessionOf(who, playwright.request, baseURL ?? "");
      const request = await playwright.request.newContext({ baseURL: baseURL ?? "", storageState });
      opened.push(request);
      return apiOf(request, baseURL ?? "");
    });
    await Promise.all(opened.map((request) => request.dispose()));
  },
  windowOf: async ({ browser, baseURL, signInAs }, provide) => {
    const opened: BrowserContext[] = [];
    const problems: string[][] = [];
    await provide(async (who) => {
      const context = await browser.newContext();
      opened.push(context);
      await signInAs(who, context);
      const page = await context.newPage();
      problems.push(problemsOn(page, baseURL ?? ""));
      return page;
    });
    await Promise.all(opened.map((context) => context.close()));
    expect(problems.flat()).toEqual([]);
  },
  strictPage: async ({ page, baseURL }, provide) => {
    const problems = problemsOn(page, baseURL ?? "");
    await provide(page);
    expect(problems).toEqual([]);
  },
});

export { expect };
