import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { notFound } from "@/commands/errors";
import { lockPhotos } from "@/commands/photos/rows";
import type { Queryable, Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import type { EventLife } from "@/modules/event-instances/life/event-life";
import { nothingPlanned } from "@/modules/event-instances/life/needs";
import { type LifeOutside, nobodyCame } from "@/modules/event-instances/life/outside";
import { newWindow } from "@/modules/event-instances/life/plan-reschedule";
import { readNeedsOf } from "./needs";
import { readCrew } from "./read-crew";
import { readKitsOut } from "./read-kits-out";
import { readEventLife, readManagerClashes, readSibling, readTemplate, readVenueClashes } from "./read";

const nothingElse: LifeOutside = {
  person: null,
  managerClashes: [],
  venueClashes: [],
  sibling: null,
  template: [],
  needs: nothingPlanned,
  crew: nobodyCame,
  kitsOut: [],
  photos: [],
  newIds: [],
};

/** Locks the event, then reads it and whatever else the command's rule needs. */
export async function loadLife(
  tx: Tx,
  command: EventLifeCommand,
  context: DecisionContext,
): Promise<{ readonly state: EventLife; readonly outside: LifeOutside }> {
  if (command.type === "reschedule") await lockSiblings(tx, command.eventId);
  await tx.execute(sql`SELECT FROM event_instance WHERE id = ${command.eventId} FOR UPDATE`);
  const state = await readEventLife(tx, command.eventId);
  if (!state) throw notFound("event");
  return { state, outside: await readOutside(tx, command, state, context) };
}

/**
 * Two events of one booking that are moved at once come one after the other, so that the second sees where the
 * first went. The booking is locked before any event of it, as everywhere.
 */
async function lockSiblings(tx: Tx, eventId: string): Promise<void> {
  await tx.execute(sql`
    SELECT FROM booking WHERE id = (SELECT booking_id FROM event_instance WHERE id = ${eventId}) FOR UPDATE`);
}

async function readOutside(
  tx: Tx,
  command: EventLifeCommand,
  event: EventLife,
  context: DecisionContext,
): Promise<LifeOutside> {
  switch (command.type) {
    case "assignManager": {
      const person = await lockPerson(tx, command.managerId);
      const managerClashes = await readManagerClashes(tx, command.managerId, windowOf(event));
      return { ...nothingElse, person, managerClashes };
    }
    case "startPreparation": {
      const template = await readTemplate(tx, event.bookingId);
      const needs = await readNeedsOf(tx, event.id);
      return { ...nothingElse, template, needs, newIds: template.map(() => context.newId()) };
    }
    case "addTask": {
      const person = command.assignedTo === undefined ? null : await lockPerson(tx, command.assignedTo);
      return { ...nothingElse, person, newIds: [context.newId()] };
    }
    case "reschedule": {
      if (event.managerId !== null) await lockPerson(tx, event.managerId);
      return { ...nothingElse, ...(await readMove(tx, event, command.newDate)) };
    }
    case "start":
      return { ...nothingElse, needs: await readNeedsOf(tx, event.id), crew: await readCrew(tx, event.id) };
    case "complete":
      return {
        ...nothingElse,
        crew: await readCrew(tx, event.id),
        kitsOut: await readKitsOut(tx, event.id),
      };
    case "reviseOutcome":
      return { ...nothingElse, crew: await readCrew(tx, event.id) };
    case "deriveReadiness":
      return { ...nothingElse, needs: await readNeedsOf(tx, event.id) };
    case "reportIssue":
      return { ...nothingElse, photos: await lockPhotos(tx, command.photoIds) };
    default:
      return nothingElse;
  }
}

/** What stands in the way of a move: the same look for the preview and for the command. */
export async function readMove(
  db: Queryable,
  event: EventLife,
  newDate: string,
): Promise<Pick<LifeOutside, "managerClashes" | "venueClashes" | "sibling">> {
  const window = { eventId: event.id, ...newWindow(event, newDate) };
  const [managerClashes, venueClashes, sibling] = await Promise.all([
    event.managerId === null ? [] : readManagerClashes(db, event.managerId, window),
    readVenueClashes(db, event.location.id, window),
    readSibling(db, event.bookingId, window),
  ]);
  return { managerClashes, venueClashes, sibling };
}

function windowOf({ id, startsAt, endsAt }: EventLife) {
  return { eventId: id, startsAt, endsAt };
}

/** Commands that give one person two events come one after the other, so that the second sees the clash. */
async function lockPerson(tx: Tx, personId: string): Promise<LifeOutside["person"]> {
  const [person] = await tx.query<NonNullable<LifeOutside["person"]>>(sql`
    SELECT id, role, active FROM person WHERE id = ${personId} FOR NO KEY UPDATE`);
  return person ?? null;
}
