import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "@/db/sql";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { sendDueMail } from "./mail-sender";
import { purgeMessages } from "./purge-messages";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: true });
});
afterAll(() => world.close());

const age = (subjectId: string, span: string) =>
  world.database.execute(sql`
    UPDATE notification SET created_at = clock_timestamp() - ${span}::interval WHERE subject_id = ${subjectId}`);

/** How many messages there are of each booking, and mails of these. */
const left = () =>
  world.database.query<{ booking: string; messages: number; mails: number }>(sql`
    SELECT n.subject_id AS booking, count(*)::integer AS messages, count(o.id)::integer AS mails
    FROM notification n LEFT JOIN outgoing_mail o ON o.notification_id = n.id GROUP BY 1`);

test("messages leave after 90 days, whoever they are for, and the mails sent of them with them", async () => {
  const old = await world.submitted(["2035-06-02T10:00"]);
  const young = await world.submitted(["2035-06-03T10:00"]);
  await sendDueMail({
    database: world.database,
    send: async () => undefined,
    appUrl: "https://muster.example",
  });
  await age(old.bookingId, "90 days 1 minute");
  await age(young.bookingId, "89 days 23 hours");
  expect(await purgeMessages(world.database, 2)).toBe(3);
  expect(await left()).toEqual([{ booking: young.bookingId, messages: 3, mails: 3 }]);
  const [mails] = await world.database.query<{ n: number }>(sql`
    SELECT count(*)::integer AS n FROM outgoing_mail`);
  expect(mails).toEqual({ n: 3 });
  expect(await purgeMessages(world.database)).toBe(0);
});
