import { expect, test } from "vitest";
import { admin, clientPerson, testId } from "@/testing/builders/actors";
import {
  bookingId,
  bookingIn,
  contentWith,
  now,
  outsideOfEdit,
  outsideWith,
  rejectionOf,
  requestedDate,
  venues,
} from "@/testing/builders/bookings";
import { contextOf, verdictOf, when } from "@/testing/given-when-then";
import type { Booking } from "./booking";
import type { BookingCommand, CommandOf } from "./commands";
import { decide } from "./decide";
import { evolve } from "./evolve";
import { bookingStatuses } from "./inputs";
import { canMove } from "./moves";
import { bookingPolicy } from "./policy";

const rules = { policy: bookingPolicy, decide, evolve, recordName: "booking" };
const target = { bookingId, version: 3 } as const;

type Existing = "update" | "submit" | "approve" | "reject" | "requestChanges" | "cancel" | "duplicate";

const commands: { readonly [Type in Existing]: Omit<CommandOf<Type>, "bookingId"> } = {
  update: { type: "update", version: 3, title: "Another title" },
  submit: { type: "submit", version: 3 },
  approve: {
    type: "approve",
    version: 3,
    eventDates: ["2026-12-05T10:00:00-05:00", "2026-12-12T10:00:00-05:00"],
    declinedDates: [],
  },
  reject: { type: "reject", version: 3, reason: "The park is closed.", allowResubmission: true },
  requestChanges: { type: "requestChanges", version: 3, changes: [{ field: "title", reason: "Name it." }] },
  cancel: { type: "cancel", version: 3, reason: "Called off." },
  duplicate: { type: "duplicate" },
};

const states: Readonly<Record<string, Booking>> = {
  ...Object.fromEntries(bookingStatuses.map((status) => [status, bookingIn(status)])),
  "rejected for good": bookingIn("rejected", { rejection: rejectionOf(false) }),
};

/** domain.md, "States": what each command comes to in each state. "nothing": allowed, and nothing left to do. */
const table: Readonly<Record<Existing, Readonly<Record<string, string>>>> = {
  update: {
    draft: "draft",
    submitted: "submitted",
    changes_requested: "changes_requested",
    partially_approved: "partially_approved",
    approved: "approved",
    rejected: "rejected",
    cancelled: "wrong_state",
    "rejected for good": "rejection_is_final",
  },
  submit: {
    draft: "submitted",
    submitted: "nothing",
    changes_requested: "submitted",
    partially_approved: "already_decided",
    approved: "already_decided",
    rejected: "submitted",
    cancelled: "wrong_state",
    "rejected for good": "rejection_is_final",
  },
  approve: {
    draft: "wrong_state",
    submitted: "approved",
    changes_requested: "wrong_state",
    partially_approved: "approved",
    approved: "already_decided",
    rejected: "already_decided",
    cancelled: "wrong_state",
    "rejected for good": "already_decided",
  },
  reject: {
    draft: "wrong_state",
    submitted: "rejected",
    changes_requested: "wrong_state",
    partially_approved: "already_decided",
    approved: "already_decided",
    rejected: "already_decided",
    cancelled: "wrong_state",
    "rejected for good": "already_decided",
  },
  requestChanges: {
    draft: "wrong_state",
    submitted: "changes_requested",
    changes_requested: "wrong_state",
    partially_approved: "already_decided",
    approved: "already_decided",
    rejected: "already_decided",
    cancelled: "wrong_state",
    "rejected for good": "already_decided",
  },
  cancel: {
    draft: "cancelled",
    submitted: "cancelled",
    changes_requested: "cancelled",
    partially_approved: "cancelled",
    approved: "cancelled",
    rejected: "already_decided",
    cancelled: "nothing",
    "rejected for good": "already_decided",
  },
  duplicate: Object.fromEntries(Object.keys(states).map((state) => [state, "draft"])),
};

const cells = Object.entries(table).flatMap(([command, row]) =>
  Object.entries(row).map(([state, expected]) => [command as Existing, state, expected] as const),
);

test("the table names every command and every state", () => {
  expect(cells).toHaveLength(Object.keys(commands).length * (bookingStatuses.length + 1));
});

test.each(cells)("%s of a %s booking: %s", (type, name, expected) => {
  const booking = states[name];
  if (!booking) throw new Error(`no state ${name}`);
  const outside =
    type === "duplicate"
      ? outsideWith({ original: { id: booking.id, content: contentWith({ dates: [] }) } })
      : outsideOfEdit(booking, { title: "Another title" });
  const command = { ...commands[type], bookingId } as BookingCommand;
  const given = type === "duplicate" ? ({ exists: false, clientId: booking.clientId } as const) : booking;
  const outcome = when(rules, { state: given, outside, context: contextOf(admin, now) }, command);
  const came = outcome.refusal
    ? verdictOf(outcome)
    : outcome.facts.length === 0
      ? "nothing"
      : outcome.state.exists && outcome.state.status;
  expect(came).toBe(expected);
  const refused = outcome.refusal !== null || expected === "nothing";
  const allowed = canMove(type, {
    status: booking.status,
    allowResubmission: booking.rejection?.allowResubmission ?? null,
  });
  expect(allowed, "the table of moves that screens read says the same").toBe(!refused);
});

test.each(["update", "submit", "approve", "reject", "requestChanges", "cancel"] as const)(
  "%s of a stale version is refused with what changed since",
  (type) => {
    const from = type === "submit" ? "draft" : "submitted";
    const booking = bookingIn(from, { version: 4, title: "New title" });
    const outcome = when(
      rules,
      {
        state: booking,
        outside: { ...outsideOfEdit(booking, { notes: "x" }), reviewed: contentWith() },
        context: contextOf(admin, now),
      },
      { ...commands[type], ...target } as BookingCommand,
    );
    expect(outcome.refusal?.code).toBe("CONFLICT");
    expect(outcome.refusal?.details.data).toEqual({
      reviewedVersion: 3,
      presentVersion: 4,
      status: from,
      differences: [{ field: "title", before: "Autumn sampling tour", after: "New title" }],
    });
  },
);

const draftInput: Omit<CommandOf<"create">, "type"> = {
  title: "Autumn sampling tour",
  locationIds: [venues.park.id] as CommandOf<"create">["locationIds"],
  schedule: { kind: "dates", dates: [] },
  plan: { activities: [] },
  contact: null,
  notes: "",
};

function creating(
  outside: Parameters<typeof outsideWith>[0],
  clientId: string | null = clientPerson.clientId,
) {
  return when(
    rules,
    { state: { exists: false, clientId }, outside: outsideWith(outside), context: contextOf(admin, now) },
    { type: "create", ...draftInput },
  );
}

test("a new booking is a draft of version 1 that waits for its client", () => {
  const content = contentWith();
  const outcome = creating({ resolved: { content, truncated: false } });
  expect(outcome.facts.map((one) => one.type)).toEqual(["BOOKING_CREATED"]);
  expect(outcome.state).toMatchObject({ status: "draft", version: 1, waitingFor: "client", ...content });
});

test.each([
  ["no client", creating({ resolved: { content: contentWith(), truncated: false } }, null), "clientId"],
  ["an archived client", creating({ client: { id: testId(1, 1), archived: true } }), "clientId"],
  ["no venue that exists", creating({ resolved: null, venues: [] }), "locationIds"],
  [
    "an archived venue",
    creating({
      resolved: { content: contentWith(), truncated: false },
      venues: [{ ...venues.park, archived: true }],
    }),
    "locationIds",
  ],
  [
    "an unknown kit",
    creating({
      resolved: { content: contentWith(), truncated: false },
      unknownKitTemplateIds: [testId(5, 9)],
    }),
    "plan",
  ],
  ["more than 366 dates", creating({ resolved: { content: contentWith(), truncated: true } }), "schedule"],
])("a booking with %s is invalid and says at which field", (_, outcome, field) => {
  expect(outcome.refusal?.code).toBe("INVALID");
  expect(Object.keys(outcome.refusal?.details.fields ?? {})).toEqual([field]);
});

test("a copy keeps everything but the dates and is linked to its original", () => {
  const original = bookingIn("rejected", { rejection: rejectionOf(false), notes: "Bring tea." });
  const { dates: _, ...kept } = contentWith({ notes: "Bring tea." });
  const outcome = when(
    rules,
    {
      state: { exists: false, clientId: original.clientId },
      outside: outsideWith({ original: { id: original.id, content: { ...kept, dates: [] } } }),
      context: contextOf(clientPerson, now),
    },
    { type: "duplicate", bookingId } as BookingCommand,
  );
  expect(outcome.state).toMatchObject({ ...kept, dates: [], copiedFrom: original.id, status: "draft" });
});

function importing(importedBefore: string | null) {
  return when(
    rules,
    {
      state: { exists: false, clientId: clientPerson.clientId },
      outside: outsideWith({
        importedBefore,
        resolved: {
          content: contentWith({ dates: [requestedDate("2025-12-05T10:00")], plan: { activities: [] } }),
          truncated: false,
        },
      }),
      context: contextOf(admin, now),
    },
    { type: "import", importKey: "permit-1", ...draftInput } as BookingCommand,
  );
}

test("an imported row group is a submitted booking at once, past dates and empty plan included", () => {
  const outcome = importing(null);
  expect(outcome.facts.map((one) => one.type)).toEqual(["BOOKING_CREATED", "BOOKING_SUBMITTED"]);
  expect(outcome.state).toMatchObject({ status: "submitted", importKey: "permit-1", waitingFor: "agency" });
});

test("importing the same row group again adds nothing", () => {
  const outcome = importing(bookingId);
  expect([outcome.facts, outcome.refusal]).toEqual([[], null]);
});
