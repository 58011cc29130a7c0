import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { cancelActivityInput } from "@/modules/activities/inputs";
import { activities } from "@/modules/activities/module";
import { cancelInput, rescheduleInput, startPreparationInput } from "@/modules/event-instances/inputs/life";
import { eventLife } from "@/modules/event-instances/module";
import { eventById } from "@/modules/event-instances/queries/event-by-id";
import { joinStandbyInput } from "@/modules/staffing/inputs";
import { standbyLists } from "@/modules/staffing/module";
import { assignmentById, myAssignments } from "@/modules/staffing/queries/my-assignments";
import { previewMove, previewShiftRelease } from "@/modules/staffing/queries/previews";
import { staffOfEvent } from "@/modules/staffing/queries/staff-of-event";
import { admin, manager } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import { createStaffedWorld, type StaffedWorld } from "@/testing/staffed-world";
import { remindShifts } from "./notification/remind-shifts";
import { expireOffers } from "./workflow/expire-offers";

let staff: StaffedWorld;
beforeAll(async () => {
  staff = await createStaffedWorld({ people: 6 });
});
afterAll(() => staff.world.close());

const settled = () => staff.world.settled();
const database = () => staff.world.database;
const as = (id: string): PersonActor => ({ kind: "person", id, role: "agent", clientId: null });
const [first, second, third] = [0, 1, 2];
const person = (index: number) => staff.people[index] ?? "";

const statuses = async (eventId: string) =>
  (await staff.assignments(eventId))
    .map(({ user_id, status }) => [staff.people.indexOf(user_id), status] as const)
    .sort(([one], [other]) => one - other);
const messages = (recipientId: string) =>
  database().query<{ kind: string; title: string; link: string }>(sql`
    SELECT kind, title, link FROM notification WHERE recipient_id = ${recipientId} AND superseded_at IS NULL
    ORDER BY created_at DESC, kind`);

test("one declines, one lets it run out, and succession fills both places", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-03-05T10:00", 2);
  expect(slotIds).toHaveLength(2);
  const [one = "", two = ""] = await staff.offer([
    [slotIds[0] ?? "", person(first)],
    [slotIds[1] ?? "", person(second)],
  ]);
  await settled();
  await staff.reject(one, as(person(first)));
  await settled();
  await staff.letPass([two]);
  expect(await expireOffers(database())).toBe(1);
  await settled();
  expect(await expireOffers(database())).toBe(0);
  const offered = (await staff.assignments(eventId)).filter(({ status }) => status === "offered");
  expect(offered.map(({ slot_id }) => slot_id).sort()).toEqual([...slotIds].sort());
  for (const { id, user_id } of offered) await staff.accept(id, as(user_id));
  await settled();
  const { needed, filled } = await staffOfEvent(database(), manager, eventId);
  expect([needed, filled]).toEqual([2, 2]);
  const facts = await database().query<{ type: string; source: string; cause: string | null }>(sql`
    SELECT type, source, metadata ->> 'causationId' AS cause FROM event_log
    WHERE category = 'staff' AND type = 'STAFF_ASSIGNMENT_EXPIRED' AND payload ->> 'assignmentId' = ${two}`);
  expect(facts).toMatchObject([{ source: "workflow.expire-offers", cause: expect.any(String) }]);
  expect((await messages(manager.id)).map(({ kind }) => kind)).toContain("shift-accepted");
});

test("an activity that is cancelled closes its places and lets people go; they learn why", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-03-12T10:00", 1);
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", person(first)]]);
  await staff.accept(one, as(person(first)));
  await settled();
  const [activity] = await database().query<{ id: string }>(sql`
    SELECT id FROM activity WHERE event_id = ${eventId}`);
  const input = cancelActivityInput.parse({ activityId: activity?.id, reason: "No permit." });
  await runCommand(database(), activities, { type: "cancel", ...input }, { actor: manager });
  await settled();
  expect(await statuses(eventId)).toEqual([[first, "withdrawn"]]);
  expect((await staffOfEvent(database(), manager, eventId)).needed).toBe(0);
  const [message] = await messages(person(first));
  expect(message).toMatchObject({ kind: "shift-taken-back", link: `/agent/offers/${one}` });
});

test("a cancelled event lets everybody go, as its preview said", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-03-19T10:00", 1);
  await staff.offer([[slotIds[0] ?? "", person(third)]]);
  await settled();
  const { people } = await previewShiftRelease(database(), eventId);
  expect(people).toMatchObject([{ userId: person(third), status: "offered", effect: "released" }]);
  const { version } = await eventById(database(), admin, eventId);
  const input = cancelInput.parse({ eventId, version, reason: "Storm.", notifyClient: false });
  await runCommand(database(), eventLife, { type: "cancel", ...input }, { actor: admin });
  await settled();
  expect(await statuses(eventId)).toEqual([[third, "withdrawn"]]);
});

async function move(eventId: string, newDate: string): Promise<void> {
  const { version } = await eventById(database(), admin, eventId);
  const input = rescheduleInput.parse({
    eventId,
    version,
    newDate,
    reason: "The square is taken.",
    notifyStaff: true,
    notifyClient: false,
    override: { reason: "Agreed." },
  });
  await runCommand(database(), eventLife, { type: "reschedule", ...input }, { actor: admin });
  await settled();
}

test("a move within tolerance keeps the agreement, a larger one asks again, a clash releases", async () => {
  const other = await staff.staffed("2035-04-03T10:00", 1);
  const [elsewhere = ""] = await staff.offer([[other.slotIds[0] ?? "", person(second)]]);
  await staff.accept(elsewhere, as(person(second)));
  const { eventId, slotIds } = await staff.staffed("2035-04-02T10:00", 2);
  const offered = await staff.offer([
    [slotIds[0] ?? "", person(first)],
    [slotIds[1] ?? "", person(second)],
  ]);
  for (const [index, id] of offered.entries()) await staff.accept(id, as(person(index)));
  await settled();

  await move(eventId, "2035-04-02T10:20");
  expect(await statuses(eventId)).toEqual([
    [first, "accepted"],
    [second, "accepted"],
  ]);
  expect((await messages(person(first)))[0]).toMatchObject({ kind: "shift-moved" });

  const newDate = "2035-04-03T11:00";
  const preview = await previewMove(database(), { eventId, newDate });
  expect(preview.people).toHaveLength(2);
  expect(preview.people.find(({ userId }) => userId === person(first))?.effect).toBe("asked-again");
  expect(preview.people.find(({ userId }) => userId === person(second))).toMatchObject({
    effect: "released",
    because: { eventId: other.eventId },
  });
  await move(eventId, newDate);
  expect(await statuses(eventId)).toEqual(
    expect.arrayContaining([
      [first, "offered"],
      [second, "withdrawn"],
    ]),
  );
  const { shifts } = await assignmentById(database(), as(person(first)), offered[0] ?? "");
  expect(shifts).toMatchObject([{ startsAt: "2035-04-03T15:00:00.000Z", can: { accept: true } }]);
});

test("readiness counts filled places, and is lost when somebody withdraws", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-05-07T10:00", 1);
  const { version } = await eventById(database(), admin, eventId);
  const begin = startPreparationInput.parse({ eventId, version });
  await runCommand(database(), eventLife, { type: "startPreparation", ...begin }, { actor: manager });
  await settled();
  const look = async () => {
    const { readiness, tasks } = await eventById(database(), admin, eventId);
    const item = readiness.find(({ part }) => part === "staff");
    return [item?.text, item?.evidence !== null, tasks.find(({ kind }) => kind === "staff")?.status];
  };
  expect(await look()).toEqual(["0 of 1 staff slots filled.", false, "open"]);
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", person(first)]], { autoNext: false });
  await staff.accept(one, as(person(first)));
  await settled();
  expect(await look()).toEqual(["1 of 1 staff slots filled.", true, "done"]);
  await staff.withdraw(one, as(person(first)));
  await settled();
  expect(await look()).toEqual(["0 of 1 staff slots filled.", true, "open"]);
});

test("whoever came too late waits on standby, and is asked when the place becomes free", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-06-04T10:00", 1);
  const slotId = slotIds[0] ?? "";
  const [one = "", two = ""] = await staff.offer([
    [slotId, person(first)],
    [slotId, person(second)],
  ]);
  await staff.accept(one, as(person(first)));
  await expect(staff.accept(two, as(person(second)))).rejects.toMatchObject({
    details: { rule: "slot_filled", data: { slotId, standby: true } },
  });
  await staff.letPass([two]);
  await expireOffers(database());
  const { shifts } = await assignmentById(database(), as(person(second)), two);
  expect(shifts).toMatchObject([{ isFilled: true, can: { joinStandby: true } }]);
  const input = joinStandbyInput.parse({ slotId, userId: person(second) });
  await runCommand(
    database(),
    standbyLists,
    { type: "joinStandby", ...input },
    { actor: as(person(second)) },
  );
  await settled();
  await staff.withdraw(one, as(person(first)));
  await settled();
  expect(await statuses(eventId)).toContainEqual([second, "offered"]);
});

test("taking one shift takes back the offers at the same time, and says so beforehand", async () => {
  const [one, two] = [await staff.staffed("2035-07-02T10:00", 1), await staff.staffed("2035-07-02T11:00", 1)];
  const [a = "", b = ""] = await staff.offer(
    [
      [one.slotIds[0] ?? "", person(first)],
      [two.slotIds[0] ?? "", person(first)],
    ],
    { autoNext: false },
  );
  await settled();
  const offer = await assignmentById(database(), as(person(first)), a);
  expect(offer.shifts.map(({ id }) => id)).toEqual([a, b]);
  expect(offer.shifts[0]).toMatchObject({ takesBack: [{ id: b }], clashes: [] });
  const [message] = await messages(person(first));
  expect(message).toMatchObject({ kind: "shift-offered", title: "2 shifts as Host are offered to you" });
  await staff.accept(a, as(person(first)));
  await settled();
  expect(await statuses(two.eventId)).toEqual([[first, "withdrawn"]]);
  const mine = await myAssignments(database(), as(person(first)));
  expect(mine.offers.map(({ id }) => id)).not.toContain(b);
  expect(mine.upcoming.map(({ id }) => id)).toContain(a);
});

test("when nobody is left the desk and the manager hear of it once", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-08-06T10:00", 1);
  await database().execute(
    sql`UPDATE staff_skill SET valid_until = '2035-08-01' WHERE user_id <> ${person(first)}`,
  );
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", person(first)]]);
  await staff.reject(one, as(person(first)));
  await settled();
  await database().execute(sql`UPDATE staff_skill SET valid_until = NULL`);
  expect(await statuses(eventId)).toEqual([[first, "rejected"]]);
  for (const id of [admin.id, manager.id]) {
    expect((await messages(id)).filter(({ kind }) => kind === "slot-unfilled")).toHaveLength(1);
  }
});

test("nobody is asked by Muster itself who lives an ocean away", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-08-13T10:00", 1);
  await database().execute(sql`
    UPDATE location SET latitude = 40.75, longitude = -73.98 WHERE id = ${venues.park.id}`);
  await database().execute(sql`
    UPDATE staff_profile SET home_latitude = -33.86, home_longitude = 151.2 WHERE user_id <> ${person(first)}`);
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", person(first)]]);
  await staff.reject(one, as(person(first)));
  await settled();
  expect(await statuses(eventId)).toEqual([[first, "rejected"]]);
  await database().execute(sql`UPDATE staff_profile SET home_latitude = 40.7, home_longitude = -74`);
  const again = await staff.staffed("2035-08-20T10:00", 1);
  const [two = ""] = await staff.offer([[again.slotIds[0] ?? "", person(first)]]);
  await staff.reject(two, as(person(first)));
  await settled();
  expect((await statuses(again.eventId)).map(([, status]) => status).sort()).toEqual(["offered", "rejected"]);
});

test("two days before, people are reminded once of what they took and of what still waits", async () => {
  const { eventId, slotIds } = await staff.staffed("2035-09-03T10:00", 1);
  const [one = ""] = await staff.offer([[slotIds[0] ?? "", person(third)]]);
  await settled();
  await database().execute(sql`
    UPDATE event_instance SET starts_at = now() + interval '47 hours', ends_at = now() + interval '49 hours'
    WHERE id = ${eventId}`);
  await database().execute(sql`
    UPDATE staff_slot SET starts_at = now() + interval '47 hours', ends_at = now() + interval '49 hours'
    WHERE event_id = ${eventId}`);
  await database().execute(sql`
    UPDATE staff_assignment SET starts_at = now() + interval '47 hours', ends_at = now() + interval '49 hours',
      offered_at = now() - interval '3 days'
    WHERE id = ${one}`);
  expect(await remindShifts(database(), { mail: false })).toBe(1);
  expect(await remindShifts(database(), { mail: false })).toBe(0);
  const reminders = (await messages(person(third))).filter(({ kind }) => kind === "shift-reminder");
  expect(reminders).toMatchObject([{ title: "An offer still waits for your answer" }]);
});
