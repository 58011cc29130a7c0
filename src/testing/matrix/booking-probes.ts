import { sql } from "@/db/sql";
import { clientId, otherClientId } from "@/testing/builders/actors";
import { venues } from "@/testing/builders/bookings";
import type { PersonName } from "./actors";
import type { ImportPermission } from "./import-probes";
import { idsOf, missingId, ownersA, type Probe, type ProbesOf } from "./probe";
import { type MatrixWorld, request, type SeededBooking } from "./world";

type BookingProbes = Omit<ProbesOf<`bookings.${string}`>, ImportPermission>;

export async function bookingProbes(world: MatrixWorld): Promise<BookingProbes> {
  const { bookings, byAdmin, foreign, overridden } = world;
  const db = world.staged.database;

  const managers = ["manager"] as const;
  const bookingReads = (more: object = {}): Probe => ({
    kind: "record",
    targets: [
      ...Object.entries(bookings).map(([name, { bookingId }]) => ({
        name,
        input: { bookingId, ...more },
        owners: name === "approved" ? [...ownersA, ...managers] : ownersA,
      })),
      { name: "overridden", input: { bookingId: overridden.bookingId, ...more }, owners: ownersA },
      { name: "byAdmin", input: { bookingId: byAdmin.bookingId, ...more }, owners: ownersA },
      { name: "foreign", input: { bookingId: foreign.bookingId, ...more }, owners: ["clientB"] },
    ],
    missing: { bookingId: missingId, ...more },
  });
  const bookingActs = (
    targets: Readonly<Record<string, SeededBooking & { readonly of?: PersonName; readonly by?: PersonName }>>,
    more: object = {},
    versioned = true,
  ): Probe => ({
    kind: "record",
    targets: Object.entries(targets).map(([name, { bookingId, version, of = "clientA", by = of }]) => ({
      name,
      input: { bookingId, ...(versioned && { version }), ...more },
      owners: [of],
      askedBy: [by],
    })),
    missing: { bookingId: missingId, ...(versioned && { version: 1 }), ...more },
  });
  const toDecide = { submitted: bookings.submitted, byAdmin: { ...byAdmin, by: "admin" as const } };
  const both = { own: bookings.draft, foreign: { ...foreign, of: "clientB" as const } };

  const decidableDates = await db.query<{ booking_id: string; starts_at: Date }>(sql`
    SELECT booking_id, starts_at FROM booking_date
    WHERE booking_id = ANY (${[bookings.submitted.bookingId, byAdmin.bookingId]}::uuid[])`);
  const approvals: Probe = {
    kind: "record",
    targets: Object.entries(toDecide).map(([name, booking]) => ({
      name,
      input: {
        bookingId: booking.bookingId,
        version: booking.version,
        eventDates: decidableDates
          .filter((row) => row.booking_id === booking.bookingId)
          .map((row) => row.starts_at.toISOString()),
      },
      owners: ownersA,
      askedBy: [name === "byAdmin" ? "admin" : "clientA"],
    })),
    missing: { bookingId: missingId, version: 1, eventDates: [] },
  };

  const allBookings = await idsOf(db, sql`SELECT id FROM booking`);
  const ownBookings = {
    clientA: await idsOf(db, sql`SELECT id FROM booking WHERE client_id = ${clientId}`),
    clientB: [foreign.bookingId],
    manager: [bookings.approved.bookingId],
  };
  return {
    "bookings.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { bookingId: string }[] }) => page.items.map((item) => item.bookingId),
      all: allBookings,
      own: ownBookings,
    },
    "bookings.byId": bookingReads(),
    "bookings.timeline": bookingReads(),
    "bookings.create": {
      kind: "record",
      targets: [
        {
          name: "for client A",
          input: { ...request("New", ["2036-03-01T10:00"]), clientId },
          owners: ownersA,
        },
        {
          name: "for client B",
          input: { ...request("New", ["2036-03-01T10:00"]), clientId: otherClientId },
          owners: ["clientB"],
        },
      ],
      // For an admin a client that does not exist is a wrong choice in a form, so no cell asks for it.
      missing: null,
    },
    "bookings.update": bookingActs(both, { title: "Another title" }),
    "bookings.submit": bookingActs({ own: bookings.draft }),
    "bookings.approve": approvals,
    "bookings.reject": bookingActs(toDecide, { reason: "Closed.", allowResubmission: true }),
    "bookings.requestChanges": bookingActs(toDecide, {
      changes: [{ field: "title", reason: "Which brand?" }],
    }),
    "bookings.cancel": bookingActs(both, { reason: "Not needed." }),
    "bookings.duplicate": bookingActs(both, {}, false),
    "bookings.previewRecurrence": {
      kind: "free",
      input: {
        locationIds: [venues.park.id],
        schedule: { kind: "dates", dates: [{ localStart: "2036-03-01T10:00", durationMinutes: 60 }] },
      },
    },
    "bookings.previewApproval": bookingActs(toDecide, {}, false),
    "bookings.previewCancel": bookingActs(both, {}, false),
  };
}
