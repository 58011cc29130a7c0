import { randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { demoPassword, people } from "../fixtures/people";
import { type Account, type Answer, HttpError, inParallel, signedIn } from "./account";
import type { Blow, OwnServer } from "./own-server";

/** 200 approvals that a server is killed under, and what tells that it has caught up. */

export const APPROVALS = 200;
export const AT_A_TIME = 8;
export const TITLE = "Killed and taken up again";

export interface Approval {
  readonly idempotencyKey: string;
  readonly bookingId: string;
  readonly version: number;
  readonly eventDates: readonly string[];
}

/** Bookings of one to three dates, handed in by their client's person. */
export async function handedIn(server: OwnServer, year = 2030): Promise<readonly Approval[]> {
  const client = await signedIn(server.baseURL, people.client, demoPassword);
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
export async function approve(
  { server, admin }: { readonly server: OwnServer; readonly admin: Account },
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
async function endLeasesOfTheDead(server: OwnServer): Promise<void> {
  await server.query(
    `UPDATE event_delivery SET lease_until = clock_timestamp()
     WHERE lease_until IS NOT NULL AND leased_by NOT IN (SELECT id FROM dispatcher_instance WHERE pid = $1)`,
    [server.serverPid()],
  );
}

export async function untilHandled(server: OwnServer): Promise<void> {
  await expect
    .poll(
      async () => {
        await endLeasesOfTheDead(server);
        return server.query(
          "SELECT handler, type, last_error FROM event_delivery WHERE dead_at IS NULL LIMIT 3",
        );
      },
      { timeout: 60_000, message: "open deliveries" },
    )
    .toEqual([]);
}
