import { sql } from "@/db/sql";
import { clientId, otherClientId } from "@/testing/builders/actors";
import { people } from "./actors";
import { idsOf, missingId, ownersA, type Probe, type ProbesOf, type Target } from "./probe";
import type { LivingEvent, MatrixWorld } from "./world";

export async function eventProbes(world: MatrixWorld): Promise<ProbesOf<`events.${string}`>> {
  const db = world.staged.database;
  const allEvents = await idsOf(db, sql`SELECT id FROM event_instance`);
  const ownEvents = {
    clientA: await idsOf(db, sql`SELECT id FROM event_instance WHERE client_id = ${clientId}`),
    clientB: await idsOf(db, sql`SELECT id FROM event_instance WHERE client_id = ${otherClientId}`),
    manager: await idsOf(db, sql`SELECT id FROM event_instance WHERE manager_id = ${people.manager.id}`),
  };
  const act = (name: string, event: LivingEvent, input: object = {}): Target => ({
    name,
    input: { eventId: event.id, ...input },
    owners: event.isManaged ? ["manager"] : [],
  });
  const { preparing, running, completed, assigned, taskId, doneTaskId, issueId } = world.living;
  const inCalendar = (ids: readonly string[]) =>
    ids.filter((id) => id !== running.id && id !== assigned.id && id !== completed.id);
  const seen = { version: 1 };
  const unmanaged: LivingEvent = { id: world.foreignEventId, isManaged: false };
  const ofOne = (event: LivingEvent, input: object = {}): Probe => ({
    kind: "record",
    targets: [act("own", event, input)],
    missing: { eventId: missingId, ...input },
  });
  const outcomes = { metExpectations: true, metrics: {}, notes: "" };
  const override = { reason: "The crew is there." };
  const issue = { issueType: "logistics", severity: "high", description: "No power." };
  return {
    "events.record": {
      kind: "record",
      targets: [act("own", preparing), act("foreign", unmanaged)],
      missing: { eventId: missingId },
    },
    "events.previewCancel": ofOne(unmanaged),
    "events.previewReschedule": ofOne(assigned, { newDate: "2036-01-05T10:00" }),
    "events.managerChoices": ofOne(assigned),
    "events.previewAssignment": {
      kind: "record",
      targets: [
        { name: "one", input: { managerId: people.manager.id, eventIds: [assigned.id] }, owners: [] },
      ],
      missing: { managerId: people.manager.id, eventIds: [missingId] },
    },
    "events.choices": { kind: "free" },
    "events.readiness": {
      kind: "list",
      input: { from: "2035-01-01T00:00:00Z", limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: await idsOf(
        db,
        sql`SELECT id FROM event_instance
          WHERE status IN ('scheduled', 'assigned', 'preparing', 'ready') AND ends_at > '2035-01-01'`,
      ),
      own: {},
    },
    "events.radar": { kind: "free" },
    "events.assignManager": ofOne(unmanaged, { ...seen, managerId: people.otherManager.id }),
    "events.startPreparation": ofOne(assigned, seen),
    "events.addTask": ofOne(preparing, {
      description: "Rent a van.",
      kind: "logistics",
      dueDate: "2036-01-05T10:00:00Z",
    }),
    "events.completeTask": ofOne(preparing, { taskId }),
    "events.reopenTask": ofOne(preparing, { taskId: doneTaskId }),
    "events.start": {
      kind: "record",
      targets: [
        { ...act("a year ahead", preparing, { ...seen, override }), ends: "RULE_VIOLATED" },
        { ...act("foreign", unmanaged, { ...seen, override }), ends: "RULE_VIOLATED" },
      ],
      missing: { eventId: missingId, ...seen },
    },
    "events.complete": ofOne(running, { ...seen, outcomes }),
    "events.reviseOutcome": ofOne(completed, { ...seen, outcomes }),
    "events.cancel": ofOne(unmanaged, { ...seen, reason: "Storm.", notifyClient: false }),
    "events.reschedule": ofOne(unmanaged, {
      ...seen,
      newDate: "2036-01-05T10:00",
      reason: "The park is taken.",
      notifyStaff: false,
      notifyClient: false,
    }),
    "events.previewSwap": ofOne(unmanaged, { otherEventId: world.otherEventId }),
    "events.swapSlots": ofOne(unmanaged, {
      ...seen,
      otherEventId: world.otherEventId,
      otherVersion: 1,
      reason: "The bands traded places.",
      notifyStaff: false,
      notifyClient: false,
      override,
    }),
    "events.reportIssue": {
      kind: "record",
      targets: [{ name: "own", input: { eventId: preparing.id, ...issue }, owners: ["manager", ...ownersA] }],
      missing: { eventId: missingId, ...issue },
    },
    "events.acknowledgeIssue": ofOne(preparing, { issueId }),
    "events.resolveIssue": ofOne(preparing, { issueId }),
    "events.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: allEvents,
      own: ownEvents,
    },
    "events.mine": {
      kind: "list",
      input: { days: 366 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: allEvents,
      // Every event of this world is years away, but for those that are lived through.
      own: {
        manager: await idsOf(
          db,
          sql`
        SELECT id FROM event_instance WHERE manager_id = ${people.manager.id}
          AND status NOT IN ('completed', 'cancelled') AND starts_at < now() + interval '366 days'`,
        ),
      },
    },
    "events.calendar": {
      kind: "list",
      input: { from: "2035-06-01T00:00:00Z", to: "2035-08-01T00:00:00Z" },
      ids: (page: { events: readonly { id: string }[] }) => page.events.map(({ id }) => id),
      all: inCalendar(allEvents),
      own: Object.fromEntries(Object.entries(ownEvents).map(([name, ids]) => [name, inCalendar(ids)])),
    },
    "events.byId": {
      kind: "record",
      targets: [
        { name: "managed", input: { eventId: world.managedEventId }, owners: ["clientA", "manager"] },
        { name: "not managed", input: { eventId: world.otherEventId }, owners: ownersA },
        { name: "foreign", input: { eventId: world.foreignEventId }, owners: ["clientB"] },
      ],
      missing: { eventId: missingId },
    },
  };
}
