import { expect, test } from "vitest";
import type { PersonActor } from "@/commands/actor";
import { admin, clientPerson, otherAdmin } from "@/testing/builders/actors";
import {
  bookingId,
  bookingIn,
  now,
  outsideOfEdit,
  outsideWith,
  planOf,
  requestedDate,
  venues,
} from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { Booking } from "./booking";
import type { BookingCommand } from "./commands";
import type { BookingContent } from "./content";
import { decide } from "./decide";
import { evolve } from "./evolve";
import { bookingPolicy } from "./policy";

/** Who asked may not decide (rule 10, S-11), and whoever changed what is asked for has asked (decision 0005). */

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };
const [first, second] = bookingIn("submitted").dates;
if (!first || !second) throw new Error("the builder makes two dates");
const third = requestedDate("2026-12-19T10:00");

type Wish = (booking: Booking) => BookingCommand;
const target = ({ version }: Booking) => ({ bookingId: bookingId as never, version });
const submit: Wish = (booking) => ({ type: "submit", ...target(booking) });
const askChanges: Wish = (booking) => ({
  type: "requestChanges",
  ...target(booking),
  changes: [{ field: "title", reason: "Name the brand." }],
});
const reject: Wish = (booking) => ({
  type: "reject",
  ...target(booking),
  reason: "Closed.",
  allowResubmission: true,
});
const approve =
  (dates: readonly { startsAt: string }[] = [first, second]): Wish =>
  (booking) => ({
    type: "approve",
    ...target(booking),
    eventDates: dates.map((date) => date.startsAt),
    declinedDates: [],
  });

function attempt(booking: Booking, actor: PersonActor, wish: Wish, change: Partial<BookingContent> = {}) {
  const command = wish(booking);
  const outside = command.type === "update" ? outsideOfEdit(booking, change) : outsideWith();
  return when(rules, { state: booking, outside, context: contextOf(actor, now) }, command);
}

/** The booking after a wish that goes through. */
function after(
  booking: Booking,
  actor: PersonActor,
  wish: Wish,
  change: Partial<BookingContent> = {},
): Booking {
  const outcome = attempt(booking, actor, wish, change);
  if (outcome.refusal) throw outcome.refusal;
  if (!outcome.state.exists) throw new Error("a booking vanished");
  return outcome.state;
}

const edited = (booking: Booking, actor: PersonActor, change: Partial<BookingContent>) =>
  after(booking, actor, (one) => ({ type: "update", ...target(one) }), change);
const verdict = (booking: Booking, actor: PersonActor, wish: Wish = approve()) =>
  verdictOf(attempt(booking, actor, wish));

const material: readonly (readonly [string, Partial<BookingContent>])[] = [
  ["the venue", { locationIds: [venues.square.id] }],
  ["a date", { dates: [first, second, third] }],
  ["the headcount", { plan: planOf({ roles: [{ role: "Host", headcount: 9 }] }) }],
];

test.each(material)(
  "whoever changed %s of a request decides nothing about it; another admin may",
  (_, change) => {
    const booking = edited(bookingIn("submitted"), admin, change);
    expect(verdict(booking, admin)).toBe("FORBIDDEN");
    expect(verdict(booking, admin, reject)).toBe("FORBIDDEN");
    expect(verdict(booking, admin, askChanges)).toBe("FORBIDDEN");
    expect(verdict(booking, otherAdmin)).toBe("allowed");
  },
);

test("the same on a booking that was approved and goes back by the edit alone", () => {
  const booking = edited(bookingIn("approved"), admin, { locationIds: [venues.square.id] });
  expect(booking).toMatchObject({ status: "submitted", submittedBy: clientPerson.id });
  expect(verdict(booking, admin)).toBe("FORBIDDEN");
  expect(verdict(booking, otherAdmin)).toBe("allowed");
});

test("the client's sending it again makes it nobody else's", () => {
  const asked = after(bookingIn("submitted"), otherAdmin, askChanges);
  const booking = after(edited(asked, admin, { dates: [first, second, third] }), clientPerson, submit);
  expect(verdict(booking, admin)).toBe("FORBIDDEN");
});

test("who submitted and who changed it are both left out", () => {
  const sent = bookingIn("submitted", { submittedBy: admin.id });
  const booking = edited(sent, otherAdmin, { locationIds: [venues.square.id] });
  expect([verdict(booking, admin), verdict(booking, otherAdmin)]).toEqual(["FORBIDDEN", "FORBIDDEN"]);
});

test.each<readonly [string, Partial<BookingContent>]>([
  ["a note", { notes: "Ring twice." }],
  ["the contact", { contact: null }],
  ["the title", { title: "Spring tour" }],
  ["a date fewer", { dates: [first] }],
  ["fewer people", { plan: planOf({ roles: [] }) }],
])("words and less of everything ask for nothing: %s", (_, change) => {
  const booking = edited(bookingIn("submitted"), admin, change);
  expect(verdict(booking, admin, approve([first]))).toBe("allowed");
});

test("an approval of a part leaves the rest asked for by the same people, one of the whole by nobody", () => {
  const booking = edited(bookingIn("submitted"), admin, { dates: [first, second, third] });
  const part = after(booking, otherAdmin, approve([first]));
  expect(verdict(part, admin, approve([second]))).toBe("FORBIDDEN");
  const whole = after(part, otherAdmin, approve([second, third]));
  expect(whole).toMatchObject({ status: "approved", changedBy: [] });
  const grown = edited(whole, otherAdmin, { locationIds: [venues.square.id] });
  expect(verdict(grown, admin)).toBe("allowed");
});

test("a rejection and another submission leave what was asked for as it was", () => {
  const booking = edited(bookingIn("submitted"), admin, { locationIds: [venues.square.id] });
  const again = after(after(booking, otherAdmin, reject), clientPerson, submit);
  expect(verdict(again, admin)).toBe("FORBIDDEN");
});
