import fc from "fast-check";
import { expect, test } from "vitest";
import { admin, clientPerson, otherAdmin } from "@/testing/builders/actors";
import {
  bookingIn,
  clashOf,
  contentWith,
  eventOn,
  outsideOfEdit,
  outsideWith,
  planOf,
  requestedDate,
  venues,
} from "@/testing/builders/bookings";
import { contextOf, when } from "@/testing/given-when-then";
import { addMinutes } from "@/values/venue-time";
import { type Booking, contentOf, isOpen, waitingFor } from "./booking";
import type { BookingCommand } from "./commands";
import type { BookingContent } from "./content";
import { decide } from "./decide";
import { evolve } from "./evolve";
import type { BookingStatus } from "./inputs";
import { bookingPolicy } from "./policy";

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };

/** domain.md, "States": every change of status that may be seen, by the command that makes it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  submit: ["draft>submitted", "changes_requested>submitted", "rejected>submitted"],
  approve: [
    "submitted>partially_approved",
    "submitted>approved",
    "partially_approved>partially_approved",
    "partially_approved>approved",
  ],
  reject: ["submitted>rejected"],
  requestChanges: ["submitted>changes_requested"],
  cancel: ["draft", "submitted", "changes_requested", "partially_approved", "approved"].map(
    (from) => `${from}>cancelled`,
  ),
  update: [
    ...["draft", "submitted", "changes_requested", "partially_approved", "approved", "rejected"].map(
      (status) => `${status}>${status}`,
    ),
    // A material edit; the last of these also when the last approved date is taken out.
    "approved>submitted",
    "partially_approved>submitted",
    // The last open date was taken out.
    "partially_approved>approved",
    // What asked for another approval was taken back.
    "submitted>approved",
    "submitted>partially_approved",
  ],
};

const pool = ["2026-11-11T10:00", "2026-12-05T10:00", "2026-12-12T10:00", "2026-12-19T10:00"].map((start) =>
  requestedDate(start),
);

type Step =
  | { readonly type: "update"; readonly change: Partial<BookingContent> }
  | {
      readonly type: "approve";
      readonly take: readonly number[];
      readonly decline: readonly number[];
      readonly force: boolean;
      readonly clash: boolean;
    }
  | { readonly type: "reject"; readonly final: boolean }
  | { readonly type: "cancel"; readonly runningEvents: "keep" | "cancel" | undefined }
  | { readonly type: "submit" | "requestChanges" };

const some = fc.subarray([0, 1, 2, 3]);
const change = fc.oneof<fc.Arbitrary<Partial<BookingContent>>[]>(
  fc.subarray(pool).map((dates) => ({ dates })),
  fc.constantFrom(
    { locationIds: [venues.square.id] },
    { locationIds: [venues.park.id] },
    { locationIds: [venues.park.id, venues.square.id] },
  ),
  fc
    .integer({ min: 1, max: 3 })
    .map((headcount) => ({ plan: planOf({ roles: [{ role: "Host", headcount }] }) })),
  fc.constantFrom("a", "b").map((notes) => ({ notes })),
  fc.constant({ plan: { activities: [] } }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  change.map((one) => ({ type: "update" as const, change: one })),
  fc.record({
    type: fc.constant("approve" as const),
    take: some,
    decline: some,
    force: fc.boolean(),
    clash: fc.boolean(),
  }),
  fc.constantFrom({ type: "submit" as const }, { type: "requestChanges" as const }),
  fc.record({ type: fc.constant("reject" as const), final: fc.boolean() }),
  fc.record({
    type: fc.constant("cancel" as const),
    runningEvents: fc.constantFrom("keep", "cancel", undefined),
  }),
);

function commandOf(booking: Booking, one: Step, version: number): BookingCommand {
  const target = { bookingId: booking.id as never, version };
  const starts = (picks: readonly number[]) => picks.flatMap((index) => booking.dates[index]?.startsAt ?? []);
  switch (one.type) {
    case "update":
      return { type: "update", ...target };
    case "approve":
      return {
        type: "approve",
        ...target,
        eventDates: starts(one.take),
        declinedDates: starts(one.decline.filter((index) => !one.take.includes(index))).map((date) => ({
          date,
          reason: "Taken.",
        })),
        ...(one.force && { override: { reason: "It will do." } }),
      };
    case "reject":
      return { type: "reject", ...target, reason: "No.", allowResubmission: !one.final };
    case "cancel":
      return { type: "cancel", ...target, reason: "Off.", runningEvents: one.runningEvents };
    case "submit":
      return { type: "submit", ...target };
    default:
      return { type: "requestChanges", ...target, changes: [{ field: "title", reason: "Name it." }] };
  }
}

/**
 * Events as the workflow would have made them: one for each date that is approved, or was before an edit, over or
 * running when its time has come.
 */
function eventsOf(booking: Booking, now: string, stood: ReadonlySet<string> = new Set()) {
  return booking.dates
    .filter((date) => date.status === "approved" || (isOpen(date) && stood.has(date.id)))
    .map((date) => eventOn(date.startsAt, date.startsAt > now ? "scheduled" : "in_progress"));
}

function expectConsistent(booking: Booking, once: { approved: boolean }) {
  const has = (test: (date: Booking["dates"][number]) => boolean) => booking.dates.some(test);
  const stands = has((date) => date.status === "approved");
  const open = has(isOpen);
  const byStatus: Readonly<Record<BookingStatus, boolean>> = {
    draft: !stands && booking.submittedBy === null,
    submitted: booking.submittedBy !== null && booking.dates.length > 0,
    changes_requested: booking.changeRequest !== null,
    partially_approved: stands && open,
    approved: stands && !open,
    rejected: booking.rejection !== null,
    cancelled: booking.cancellation !== null,
  };
  expect(byStatus[booking.status], `${booking.status}: ${JSON.stringify(booking.dates)}`).toBe(true);
  expect(booking.needsReapproval && !once.approved).toBe(false);
  if (booking.status === "approved") expect(booking.needsReapproval).toBe(false);
  expect(booking.waitingFor).toBe(waitingFor(booking.status, booking.dates));
  const ids = booking.dates.map((date) => date.id);
  expect(new Set(ids).size).toBe(ids.length);
}

test("no sequence of commands makes an illegal change of state or an inconsistent booking", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.boolean(), (steps, stale) => {
      let booking = bookingIn("draft", { version: 1 });
      let now = "2026-11-10T12:00:00.000Z";
      const once = { approved: false };
      const stood = new Set<string>();
      let decided: BookingContent | null = null;
      for (const one of steps) {
        now = addMinutes(now, 60);
        const outside = {
          ...(one.type === "update" ? outsideOfEdit(booking, one.change) : outsideWith()),
          standingEvents: eventsOf(booking, now, stood),
          decided: booking.needsReapproval ? decided : null,
          clashes:
            one.type === "approve" && one.clash ? booking.dates.map((date) => clashOf(date.startsAt)) : [],
        };
        const actor = one.type === "update" || one.type === "submit" ? clientPerson : admin;
        const given = { state: booking, outside, context: contextOf(actor, now) };
        const outcome = when(rules, given, commandOf(booking, one, booking.version));
        if (outcome.refusal || outcome.facts.length === 0) {
          expect(outcome.state).toBe(booking);
          continue;
        }
        const after = outcome.state;
        if (!after.exists) throw new Error("a booking vanished");
        expect(allowed[one.type]).toContain(`${booking.status}>${after.status}`);
        expect(after.version).toBe(booking.version + outcome.facts.length);
        if (one.type === "approve") decided = contentOf(after);
        for (const { id, status } of after.dates) if (status === "approved") stood.add(id);
        once.approved ||= after.dates.some((date) => date.status === "approved");
        expectConsistent(after, once);
        if (stale) {
          const late = { ...given, state: after, context: contextOf(otherAdmin, now) };
          const again = when(
            rules,
            late,
            commandOf(
              after,
              { type: "approve", take: [0], decline: [], force: true, clash: false },
              booking.version,
            ),
          );
          expect(again.facts).toEqual([]);
        }
        booking = after;
      }
    }),
    { numRuns: 150 },
  );
});

test("every booking that waits for the agency can be settled by it", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let booking = bookingIn("draft", { version: 1 });
      let now = "2026-11-10T12:00:00.000Z";
      for (const one of steps) {
        now = addMinutes(now, 60);
        const outside = one.type === "update" ? outsideOfEdit(booking, one.change) : outsideWith();
        const given = {
          state: booking,
          outside: { ...outside, standingEvents: eventsOf(booking, now) },
          context: contextOf(one.type === "update" || one.type === "submit" ? clientPerson : admin, now),
        };
        const { state } = when(rules, given, commandOf(booking, one, booking.version));
        if (state.exists) booking = state;
      }
      fc.pre(booking.waitingFor === "agency");
      const approveAll: Step = {
        type: "approve",
        take: booking.dates.map((_, index) => index),
        decline: [],
        force: true,
        clash: false,
      };
      const settled = when(
        rules,
        { state: booking, outside: outsideWith(), context: contextOf(otherAdmin, now) },
        commandOf(booking, approveAll, booking.version),
      );
      expect(settled.refusal).toBeNull();
      expect(settled.state).toMatchObject({ status: "approved" });
    }),
    { numRuns: 150 },
  );
});

test("the content of a booking survives its own edit", () => {
  const booking = bookingIn("approved");
  expect(contentOf(booking)).toEqual(contentWith());
});
