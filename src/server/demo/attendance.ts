import "server-only";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { sql } from "@/db/sql";
import { attendance, hours } from "@/modules/staffing/module";
import { type Crew, crewOfEvent } from "@/modules/staffing/queries/crew";
import { idSchema } from "@/values/ids";
import type { StagedEvent } from "./play-events";
import { pick, type World } from "./world";

type AttendanceWish = Parameters<typeof attendance.decide>[0];
type CrewMember = Crew["items"][number];

interface Place {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * Who came to the demo's events of today and yesterday: by position, in doubt, by the manager, asking, and not at all. The
 * first sign-in of the agents is left to come by themselves. What is over has hours, some corrected, some approved.
 */
export async function playAttendance(world: World, events: readonly StagedEvent[]): Promise<void> {
  const [first] = await world.database.query<{ id: string }>(sql`
    SELECT id FROM person WHERE email = 'agent@muster.test'`);
  for (const { eventId, manager } of events) {
    const { items } = await crewOfEvent(world.database, pick(world.admins, 0), eventId);
    const due = items.filter(({ can, person }) => can.checkIn && person.id !== first?.id);
    if (due.length > 0) {
      const venue = await venueOf(world, eventId);
      for (const [place, member] of due.entries()) await arrive(world, { member, place, venue, manager });
    }
    const over = items.filter(({ can }) => can.correctHours);
    for (const [place, member] of over.entries()) await enterHours(world, member, place);
  }
}

async function venueOf(world: World, eventId: string): Promise<Place> {
  const [venue] = await world.database.query<Place>(sql`
    SELECT l.latitude, l.longitude FROM event_instance e JOIN location l ON l.id = e.location_id WHERE e.id = ${eventId}`);
  if (!venue) throw new Error("an event of the demo has no venue");
  return venue;
}

interface Arriving {
  readonly member: CrewMember;
  readonly place: number;
  readonly venue: Place;
  readonly manager: PersonActor;
}

/** One way after the other, going round. */
async function arrive(world: World, { member, place, venue, manager }: Arriving): Promise<void> {
  const assignmentId = idSchema.parse(member.assignmentId);
  const themselves: PersonActor = { kind: "person", id: member.person.id, role: "agent", clientId: null };
  const run = (wish: AttendanceWish, actor: PersonActor) =>
    runCommand(world.database, attendance, wish, { actor });
  switch (place % 5) {
    case 0:
    case 1: {
      const location = { ...venue, accuracy: place % 5 === 0 ? 9 : 190 };
      await run({ type: "checkIn", assignmentId, verificationMethod: "gps", location }, themselves);
      return;
    }
    case 2:
      await run({ type: "checkIn", assignmentId, verificationMethod: "manager" }, manager);
      return;
    case 3: {
      const location = { ...venue, latitude: venue.latitude + 0.01, accuracy: 30 };
      await run({ type: "askCheckIn", assignmentId, location }, themselves);
      return;
    }
    default:
      if (!member.can.reportNoShow) return;
      await run(
        { type: "reportNoShow", assignmentId, consequenceLevel: "warning", notes: "No answer by phone." },
        manager,
      );
  }
}

/** Shifts that were over before anybody could check in: the desk enters their hours, and approves every other one. */
async function enterHours(world: World, { assignmentId: id }: CrewMember, place: number): Promise<void> {
  const assignmentId = idSchema.parse(id);
  const wish = {
    type: "correctHours",
    assignmentId,
    hoursWorked: place % 3 === 0 ? 3 : 2.75,
    reason: "From the paper list of the day.",
  } as const;
  await runCommand(world.database, attendance, wish, { actor: pick(world.admins, 0) });
  if (place % 2 === 1) return;
  const approval = { type: "approveHours" as const, assignmentIds: [assignmentId] };
  await runCommand(world.database, hours, approval, { actor: pick(world.admins, 1) });
}
