import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { type Api, field, listField, textField } from "../fixtures/api";
import type { Who } from "../fixtures/people";
import { makeManagedEvent } from "../fixtures/field-scene";
import { makeKit } from "../fixtures/kit-scene";
import { decide, makeDraft, makeSubmitted, makeVenue } from "../fixtures/scenes";

/**
 * Every page, wide in light and narrow in dark: accessible, within its window, nothing from elsewhere, no script
 * without a nonce. That each pair of colors is readable in both themes is computed in src/app/globals.test.ts.
 */

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SMALLEST = { width: 320, height: 568 };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Paths = (api: { admin: Api; client: Api; manager: Api }) => Promise<readonly string[]>;

const visits: readonly { readonly who: Who | null; readonly what: string; readonly paths: Paths }[] = [
  {
    who: null,
    what: "the door",
    paths: async () => ["/sign-in", "/reset", "/invite", "/sign-in?problem=WRONG_CREDENTIALS"],
  },
  {
    who: "admin",
    what: "the desk's lists",
    paths: async () => [
      "/admin",
      "/admin/bookings",
      "/admin/events",
      "/admin/calendar",
      "/admin/issues",
      "/admin/import",
      "/admin/timesheets",
    ],
  },
  {
    who: "admin",
    what: "the desk's boards",
    paths: async () => [
      "/admin/readiness",
      "/admin/calendar?show=week",
      "/admin/calendar?show=managers",
      "/admin/calendar?show=venues",
      "/admin/staffing",
      "/admin/staffing?show=day",
      "/admin/staffing/conflicts",
    ],
  },
  { who: "admin", what: "a booking at the desk", paths: bookingAtTheDesk },
  {
    who: "admin",
    what: "an event at the desk",
    paths: async ({ admin }) => {
      const [event] = listField(await admin.query("events.list", {}), "items");
      const page = `/admin/events/${textField(event, "id")}`;
      return [
        page,
        `/admin/events?open=${textField(event, "id")}`,
        ...["reschedule", "swap", "cancel", "run-sheet", "kits"].map((part) => `${page}/${part}`),
      ];
    },
  },
  {
    who: "admin",
    what: "the rest of the desk",
    paths: async ({ admin }) => {
      const [event] = listField(await admin.query("events.list", {}), "items");
      const venueId = textField(field(event, "venue"), "id");
      return [
        `/admin/venues?open=${venueId}`,
        `/admin/venues/${venueId}`,
        "/admin/issues",
        "/admin/preparation",
        "/admin/account",
        "/admin/permissions",
        "/no/such/page",
      ];
    },
  },
  {
    who: "admin",
    what: "people",
    paths: async ({ admin }) => {
      const staff = listField(await admin.query("directory.people.staff", {}), "items");
      return ["/admin/people", `/admin/people/${textField(staff[0], "id")}`, "/admin/staffing/plan"];
    },
  },
  {
    who: "admin",
    what: "kits",
    paths: async ({ admin }) => {
      const { kitId, kitTemplateId, home } = await makeKit(admin);
      return [
        `/admin/kits?open=${kitId}`,
        `/admin/kits/templates?open=${kitTemplateId}`,
        `/admin/kits/labels?template=${kitTemplateId}`,
        `/admin/kits/stock-take?place=${encodeURIComponent(home)}`,
      ];
    },
  },
  {
    who: "admin",
    what: "the log",
    paths: async ({ admin }) => {
      const lines = listField(await admin.query("log.search", { range: "all" }), "lines");
      return [
        "/log",
        `/log?range=all&open=${textField(lines[0], "id")}`,
        "/log?id=BK-1",
        "/log?view=matrix&range=all",
        `/log/story/${textField(lines[0], "correlationId")}`,
      ];
    },
  },
  {
    who: "admin",
    what: "the rest of the log",
    paths: async () =>
      ["retention", "parked", "handlers", "replay", "health", "catalog"].map((page) => `/log/${page}`),
  },
  { who: "client", what: "the portal", paths: portal },
  {
    who: "client",
    what: "the steps of a request",
    paths: async () =>
      ["what", "dates", "plan", "contact", "check"].map((step) => `/client/bookings/new?step=${step}`),
  },
  {
    who: "manager",
    what: "the field",
    paths: async (apis) => {
      const { eventId } = await makeManagedEvent(apis, 30, LONG_TITLE);
      return [
        "/field",
        "/field/events",
        `/field/events/${eventId}`,
        `/field/events/${eventId}/crew`,
        `/field/events/${eventId}/kits`,
        "/field/kits",
        "/field/account",
      ];
    },
  },
  {
    who: "agent",
    what: "the agent's pages",
    paths: async () => ["/agent", "/agent/check-in", "/agent/hours", "/agent/availability", "/agent/account"],
  },
];

/** No page may grow wider by a word that has no place to break. */
const LONG_TITLE = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

async function bookingAtTheDesk({ admin, client }: { admin: Api; client: Api }) {
  const venue = await makeVenue(admin);
  const wish = { venueId: venue.id, title: LONG_TITLE };
  const waiting = await makeSubmitted(client, wish);
  const decided = await makeSubmitted(client, wish);
  await decide(admin, decided);
  return [
    `/admin/bookings/${waiting.bookingId}`,
    `/admin/bookings/${waiting.bookingId}/decide`,
    `/admin/bookings/${waiting.bookingId}/changes`,
    `/admin/bookings/${waiting.bookingId}/edit`,
    `/admin/bookings/${decided.bookingId}`,
    `/admin/bookings?open=${waiting.bookingId}`,
    "/admin/bookings/new",
  ];
}

async function portal({ admin, client }: { admin: Api; client: Api }) {
  const venue = await makeVenue(admin);
  const wish = { venueId: venue.id, title: LONG_TITLE };
  const draft = await makeDraft(client, wish);
  const { bookingId, version } = await makeSubmitted(client, wish);
  await admin.mutation("bookings.requestChanges", {
    bookingId,
    version,
    changes: [{ field: "title", reason: "Another tour has this name", suggestedValue: "Second tour" }],
  });
  return [
    "/client",
    `/client/bookings/${draft.bookingId}`,
    `/client/bookings/${bookingId}`,
    `/client/bookings/${bookingId}/edit`,
    `/client/bookings/${bookingId}/sent`,
    "/client/account",
  ];
}

for (const { who, what, paths } of visits) {
  test(`${what}: wide and light, narrow and dark`, async ({ as, strictPage, signInAs }) => {
    test.setTimeout(180_000);
    const api = { admin: await as("admin"), client: await as("client"), manager: await as("manager") };
    if (who !== null) await signInAs(who);
    for (const path of await paths(api)) {
      await test.step(path, async () => {
        await strictPage.setViewportSize(DESK);
        await strictPage.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        const answer = await strictPage.goto(path);
        expect.soft(scriptsWithoutNonce((await answer?.text()) ?? ""), `${path}: scripts`).toEqual([]);
        await settle(strictPage);
        await checkDress(strictPage, `${path}, wide and light`, "target-size");
        await strictPage.setViewportSize(PHONE);
        await strictPage.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        await checkDress(strictPage, `${path}, narrow and dark`, "color-contrast");
        await strictPage.setViewportSize(SMALLEST);
        expect.soft(await sidewaysOf(strictPage), `${path}: sideways scroll at 320`).toBeLessThanOrEqual(0);
      });
    }
  });
}

/** Waits until nothing is being loaded any more that the page shows a stand-in for. */
async function settle(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** What comes after the first rows of a long list is like those. */
const LATER_ROWS = "tr:nth-child(n+6), [role=row]:nth-child(n+6), li:nth-child(n+12)";

/**
 * The two dearest rules are asked once each: how large targets are where there is no room, and contrast in the light,
 * since both themes draw the same pairs of colors.
 */
async function checkDress(page: Page, label: string, without: string): Promise<void> {
  const axe = new AxeBuilder({ page }).options({
    runOnly: { type: "tag", values: RULES },
    rules: { [without]: { enabled: false } },
    resultTypes: ["violations"],
  });
  // There are no frames to look into, and the other way opens a window of its own for each check.
  const { violations } = await axe.exclude(LATER_ROWS).setLegacyMode(true).analyze();
  expect.soft(told(violations), label).toEqual([]);
}

type Violations = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"];

function told(violations: Violations): string[] {
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

function sidewaysOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** Script tags of the page as the server sent it: the browser hides a nonce once it has read it (S-36). */
function scriptsWithoutNonce(html: string): string[] {
  return (html.match(/<script\b[^>]*>/g) ?? []).filter((tag) => !/\snonce="[^"]+"/.test(tag));
}
