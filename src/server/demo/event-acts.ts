import "server-only";
import type { PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import { activities } from "@/modules/activities/module";
import { activitiesOfEvent } from "@/modules/activities/queries/activities-of-event";
import type { EventLifeCommand } from "@/modules/event-instances/life/commands";
import { eventLife } from "@/modules/event-instances/module";
import { type EventDetail, eventById } from "@/modules/event-instances/queries/event-by-id";
import { locations } from "@/modules/locations/module";
import { idSchema } from "@/values/ids";
import { pick, type World } from "./world";

type LocationWish = Parameters<typeof locations.decide>[0];
type ActivityWish = Parameters<typeof activities.decide>[0];

/** What people of the demo do with events, each by its command, from the version that they see. */
export function eventActs({ database, admins }: World) {
  const admin = pick(admins, 0);
  const see = (eventId: string): Promise<EventDetail> => eventById(database, admin, eventId);
  const seen = async (eventId: string) => {
    const { version } = await see(eventId);
    return { eventId: idSchema.parse(eventId), version };
  };
  const run = async (command: EventLifeCommand, actor: PersonActor = admin) => {
    const { eventIds } = await runCommand(database, eventLife, command, { actor });
    return eventIds;
  };
  const runVenue = (command: LocationWish, actor: PersonActor) =>
    runCommand(database, locations, command, { actor });
  const runActivity = (command: ActivityWish, actor: PersonActor) =>
    runCommand(database, activities, command, { actor });

  async function assign(eventId: string, manager: PersonActor): Promise<void> {
    await run({ type: "assignManager", ...(await seen(eventId)), managerId: idSchema.parse(manager.id) });
  }

  async function prepare(eventId: string, manager: PersonActor): Promise<void> {
    await run({ type: "startPreparation", ...(await seen(eventId)) }, manager);
  }

  /** Ticks what readiness waits for and a person ticks, all but the last `left`; the rest stays to be done. */
  async function tick(eventId: string, manager: PersonActor, left = 0): Promise<void> {
    const { tasks } = await see(eventId);
    const own = tasks.filter(({ kind, status }) => status === "open" && kind === "logistics");
    for (const { id } of own.slice(0, own.length - left)) {
      await run(
        { type: "completeTask", eventId: idSchema.parse(eventId), taskId: idSchema.parse(id) },
        manager,
      );
    }
  }

  const venueOf = async (eventId: string) => ({
    eventId: idSchema.parse(eventId),
    locationId: idSchema.parse((await see(eventId)).venue.id),
  });

  async function confirmVenue(eventId: string, manager: PersonActor): Promise<void> {
    const contactPerson = { name: "Rosa Marin", phone: "+1 555 0142", email: "rosa.marin@venues.test" };
    const accessDetails = "Deliveries through the side gate until an hour before the start.";
    await runVenue({ type: "confirm", ...(await venueOf(eventId)), contactPerson, accessDetails }, manager);
  }

  const activitiesOf = async (eventId: string) => (await activitiesOfEvent(database, admin, eventId)).items;

  const looks = { see, seen, venueOf, activitiesOf };
  return { ...looks, run, runVenue, runActivity, assign, prepare, tick, confirmVenue };
}

export type EventActs = ReturnType<typeof eventActs>;
