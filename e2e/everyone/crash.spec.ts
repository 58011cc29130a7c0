import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { type Account, type Answer, HttpError, inParallel, signedIn } from "./account";
import { logChecks } from "./log-checks";
import { type Blow, type OwnServer, ownServer } from "./own-server";
import { untilGone } from "./processes";

// The promise of the issue: kill -9 in the middle of 200 approvals, and nothing is lost or done twice. The server
// is the production build with its embedded database, killed for real; both outlive no test.

const APPROVALS = 200;
const AT_A_TIME = 8;
const TITLE = "Killed and taken up again";
const PASSWORD = "muster-demo-2026";

/** Approvals that were answered when it struck, and what it hits. */
const blows: readonly (readonly [answered: number, blow: Blow])[] = [
  [40, "server"],
  [80, "launcher and server"],
  [120, "launcher"],
  [160, "everything"],
];

interface Approval {
  readonly idempotencyKey: string;
  readonly bookingId: string;
  readonly version: number;
  readonly eventDates: readonly string[];
}

test.describe.configure({ mode: "serial" });

let server: OwnServer;
let admin: Account;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await ownServer();
  await server.start();
  admin = await signedIn(server.baseURL, "admin@muster.test", PASSWORD);
});
test.afterAll(() => server.dispose());

/** Bookings of one to three dates, handed in by their client's person. */
async function handedIn(year = 2030): Promise<readonly Approval[]> {
  const client = await signedIn(server.baseURL, "client@muster.test", PASSWORD);
  const venues = await server.query<{ id: string }>("SELECT id FROM location ORDER BY name");
  const submitted: Answer[] = [];
  await inParallel([...Array(APPROVALS).keys()], AT_A_TIME, async (index) => {
    const day = new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10);
    const hours = ["09", "13", "17"].slice(0, 1 + (index % 3));
    const { bookingId, version } = await client.mutate("bookings.create", {
      title: TITLE,
      locationIds: [venues[index % venues.length]?.id],
      schedule: {
        kind: "dates",
        dates: hours.map((hour) => ({ localStart: `${day}T${hour}:00`, durationMinutes: 120 })),
      },
      plan: { activities: [{ type: "Sampling", description: "", durationMinutes: 60, roles: [], kits: [] }] },
      contact: null,
      notes: "",
    });
    submitted.push(await client.mutate("bookings.submit", { bookingId, version }));
  });
  const dates = await server.query<{ id: string; dates: string[] }>(
    `SELECT booking_id AS id, array_agg(to_char(starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) AS dates
     FROM booking_date GROUP BY 1`,
  );
  const datesOf = new Map(dates.map((row) => [row.id, row.dates]));
  return submitted.map(({ bookingId, version }) => ({
    idempotencyKey: randomUUID(),
    bookingId,
    version,
    eventDates: datesOf.get(bookingId) ?? [],
  }));
}

/**
 * Sends what is not answered yet; when so many are, strikes while others are under way. A refusal is a failure of
 * the test: nothing but a missing answer, or a server error in the moment of the blow, may come of a kill.
 */
async function approve(
  approvals: readonly Approval[],
  answers: Map<string, Answer>,
  until = Number.POSITIVE_INFINITY,
  blow?: Blow,
): Promise<void> {
  let struck: Promise<void> | undefined;
  const open = approvals.filter((one) => !answers.has(one.idempotencyKey));
  const send = async (one: Approval) => {
    try {
      answers.set(one.idempotencyKey, await admin.mutate("bookings.approve", one));
    } catch (error) {
      const isRefusal = error instanceof HttpError && error.status < 500;
      if (struck === undefined || isRefusal) throw error;
    }
    if (blow && answers.size >= until) struck ??= server.strike(blow);
  };
  await inParallel(open, AT_A_TIME, send, () => struck !== undefined);
  await struck;
}

/** What a dead worker holds would be free after its lease; nobody waits here for a minute to pass. */
async function endLeasesOfTheDead(): Promise<void> {
  await server.query(
    `UPDATE event_delivery SET lease_until = clock_timestamp()
     WHERE lease_until IS NOT NULL AND leased_by NOT IN (SELECT id FROM dispatcher_instance WHERE pid = $1)`,
    [server.serverPid()],
  );
}

async function untilHandled(): Promise<void> {
  await expect
    .poll(
      async () => {
        await endLeasesOfTheDead();
        return server.query(
          "SELECT handler, type, last_error FROM event_delivery WHERE dead_at IS NULL LIMIT 3",
        );
      },
      { timeout: 60_000, message: "open deliveries" },
    )
    .toEqual([]);
}

test("kill -9 in the middle of 200 approvals loses nothing and does nothing twice", async () => {
  test.setTimeout(180_000);
  const approvals = await handedIn();
  const answers = new Map<string, Answer>();
  for (const [answered, blow] of blows) {
    await test.step(`the kill of ${blow} after ${answered} answers`, async () => {
      await approve(approvals, answers, answered, blow);
      expect(answers.size).toBeLessThan(APPROVALS);
      await server.start();
    });
  }
  await approve(approvals, answers);
  expect(answers.size).toBe(APPROVALS);
  await untilHandled();

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
  const approvals = await handedIn(2032);
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
  await untilHandled();
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
