import { expect, test } from "vitest";
import {
  admin,
  agent,
  clientId,
  clientPerson,
  foreignClientPerson,
  manager,
  system,
} from "@/testing/builders/actors";
import { bookingIn } from "@/testing/builders/bookings";
import type { BookingCommand } from "./commands";
import { bookingAbilities, bookingPolicy } from "./policy";

type Type = BookingCommand["type"];
const own = ["create", "update", "submit", "cancel", "duplicate"] as const;
const decisions = ["approve", "reject", "requestChanges"] as const;
const all: readonly Type[] = [...own, ...decisions, "import"];

/** What the policy looks at: commands that make a booking know only the client it would belong to. */
function party(type: Type) {
  const isNew = type === "create" || type === "import" || type === "duplicate";
  return isNew ? ({ exists: false, clientId } as const) : bookingIn("submitted");
}

const answers = (actor: Parameters<typeof bookingPolicy>[0]) =>
  Object.fromEntries(all.map((type) => [type, bookingPolicy(actor, { type }, party(type))]));
const every = (answer: string, types: readonly Type[] = all) =>
  Object.fromEntries(types.map((type) => [type, answer]));

test("an admin may do everything", () => {
  expect(answers(admin)).toEqual(every("allow"));
});

test("a client's person may do everything but decide and import", () => {
  expect(answers(clientPerson)).toEqual({
    ...every("allow", own),
    ...every("deny", [...decisions, "import"]),
  });
});

test("a person of another client is told that there is no such booking", () => {
  expect(answers(foreignClientPerson)).toEqual(every("not-found"));
});

test.each([manager, agent])("for a $role there is no booking to act on, and none to make", (actor) => {
  expect(answers(actor)).toEqual({ ...every("not-found"), ...every("deny", ["create", "import"]) });
});

test("the system decides nothing about bookings", () => {
  expect(answers(system)).toEqual(every("deny"));
});

test("abilities are the policy and the table of moves together", () => {
  const booking = { ...bookingIn("submitted"), allowResubmission: null };
  const mine = { update: true, cancel: true, duplicate: true, submit: false };
  expect(bookingAbilities(clientPerson, booking)).toEqual({
    ...mine,
    approve: false,
    reject: false,
    requestChanges: false,
  });
  expect(bookingAbilities(admin, booking)).toEqual({
    ...mine,
    approve: true,
    reject: true,
    requestChanges: true,
  });
});

test.each([
  ["made the request", { submittedBy: admin.id }],
  ["changed what it asks for", { changedBy: [admin.id] }],
])("an admin who %s sees no button to decide it", (_, change) => {
  const booking = { ...bookingIn("submitted", change), allowResubmission: null };
  expect(bookingAbilities(admin, booking)).toMatchObject({ approve: false, reject: false, cancel: true });
});
