import { expect, test } from "vitest";
import { catalog, type DomainEvent } from "@/domain-events/catalog/catalog";
import type { BaseEvent, EventMetadata } from "@/domain-events/catalog/envelope";
import { agent, clientId, manager, testId } from "@/testing/builders/actors";
import { bookingId } from "@/testing/builders/bookings";
import { type KitNames, kitMessages, type ToldKitType } from "./kits";
import type { EventNames } from "./message";

const eventId = testId(7, 1);
const names: EventNames = {
  bookingNumber: 1042,
  bookingTitle: "Autumn tour",
  clientId,
  clientName: "Acme Drinks",
  wasSent: true,
  venueName: "Bryant Park",
  timeZone: "America/New_York",
  actorName: "Ana Admin",
  actorClientId: null,
  managerIds: [manager.id],
  firstStart: null,
  lastStart: null,
  now: "2026-11-23T12:00:00.000Z",
  event: {
    id: eventId,
    number: 221,
    startsAt: "2026-12-05T15:00:00.000Z",
    endsAt: "2026-12-05T17:00:00.000Z",
  },
  formerManagerId: null,
};
const kit: KitNames = {
  code: "TEA-04",
  templateName: "Tea kit",
  replacementCode: "TEA-05",
  receiver: { id: agent.id, role: "agent" },
  nameOfPart: () => "Burner",
  next: null,
};

function exampleOf<T extends ToldKitType>(
  type: T,
  change?: Partial<DomainEvent<T>["payload"]>,
  metadata?: EventMetadata,
): DomainEvent<T>;
function exampleOf(
  type: ToldKitType,
  change: object = {},
  metadata: EventMetadata = {},
): BaseEvent<string, unknown> {
  return {
    id: testId(9, 1),
    type,
    timestamp: "2026-11-23T12:00:00.000Z",
    correlationId: bookingId,
    source: "tests.make",
    payload: { ...catalog[type].example, ...change },
    metadata,
  };
}

const told = (event: DomainEvent<ToldKitType>, more: Partial<KitNames> = {}) =>
  kitMessages(event, names, { ...kit, ...more }).map(({ audience, title, link }) => [
    audience.kind,
    title,
    link,
  ]);

test("whoever has a kit now is told, and where they see it", () => {
  expect(told(exampleOf("KIT_CHECKED_OUT"))).toEqual([["person", "You have TEA-04 now", "/agent"]]);
  const receiver = { id: manager.id, role: "manager" } as const;
  expect(told(exampleOf("KIT_HANDED_OVER"), { receiver })).toEqual([
    ["person", "You have TEA-04 now", "/field/kits"],
  ]);
});

test("a good return is no news; a bad one is for the warehouse and the next manager", () => {
  const fine = exampleOf("KIT_RETURNED", { missingComponents: [], damagedComponents: [] });
  expect(told(fine)).toEqual([]);
  const next = {
    eventId: testId(7, 2),
    number: 222,
    managerId: manager.id,
    startsAt: "2026-11-24T12:00:00.000Z",
  };
  const bad = exampleOf("KIT_RETURNED");
  expect(told(bad, { next })).toEqual([
    ["admins", "TEA-04 came back from EV-221 not as it went out", `/admin/events/${eventId}`],
    ["managers", "TEA-04 came back from EV-221 not as it went out", `/field/events/${next.eventId}`],
  ]);
  const [first] = kitMessages(bad, names, { ...kit, next });
  expect(first).toMatchObject({
    urgent: true,
    body: "Missing: Burner. Damaged: Burner. EV-222 needs it in 1 day.",
  });
});

test("an issue that follows from a return is told once, and not to whoever said it", () => {
  const issue = exampleOf("KIT_ISSUE_REPORTED", { reportedBy: manager.id }, { causationId: testId(9, 9) });
  expect(kitMessages(issue, names, kit)).toMatchObject([
    { audience: { kind: "managers", ids: [] }, unlessToldOf: testId(9, 9) },
    { audience: { kind: "admins" }, unlessToldOf: testId(9, 9) },
  ]);
});

test("a swap is for the manager; a shortage for the desk as well, with the time left", () => {
  expect(told(exampleOf("KIT_SWAPPED"))).toEqual([
    ["managers", "TEA-05 replaces TEA-04 at EV-221", `/field/events/${eventId}`],
  ]);
  const messages = kitMessages(exampleOf("KIT_SHORTAGE_RAISED"), names, kit);
  expect(messages.map(({ audience }) => audience.kind)).toEqual(["managers", "admins"]);
  expect(messages[0]?.body).toContain("Missing: 2 × Burner. The kit came back short. 12 days left.");
});
