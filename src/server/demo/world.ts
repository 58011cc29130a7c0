import "server-only";
import type { Actor, PersonActor } from "@/commands/actor";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { kitTemplateFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import type { DirectoryCommand } from "@/modules/directory/record";
import { createSharedCredentials } from "@/server/auth/credentials";
import { idSchema } from "@/values/ids";
import { demoKits } from "./kit-templates";
import { DEMO_PASSWORD, demoClients, demoPeople } from "./people";
import { demoVenues } from "./venues";

/** Everybody and everything that the demo's bookings and events are made with. */
export interface World {
  readonly database: Database;
  readonly clientIds: readonly string[];
  readonly kitIds: readonly string[];
  readonly venueIds: ReadonlyMap<string, string>;
  readonly admins: readonly PersonActor[];
  readonly managers: readonly PersonActor[];
  readonly agents: readonly PersonActor[];
  /** The person who books, by place in `demoClients`. */
  readonly clients: readonly PersonActor[];
}

export const OPERATOR: Actor = { kind: "system", handler: "operator" };

async function add(database: Database, command: DirectoryCommand): Promise<string> {
  const { result } = await runCommand(database, directory, command, { actor: OPERATOR });
  if (!result) throw new Error(`the demo's ${command.recordType} was not made`);
  return result.recordId;
}

/** Makes the master data, each record by its command. */
export async function buildDirectory(database: Database): Promise<World> {
  const create = <Item>(items: readonly Item[], toCommand: (item: Item) => DirectoryCommand) =>
    Promise.all(items.map((item) => add(database, toCommand(item))));
  const clientIds = await create(demoClients, (name) => ({
    type: "create",
    recordType: "client",
    fields: { name },
  }));
  const kitIds = await create(demoKits, (fields) => ({
    type: "create",
    recordType: "kitTemplate",
    fields: kitTemplateFields.parse(fields),
  }));
  const venues = await create(demoVenues, ({ fields }) => ({
    type: "create",
    recordType: "location",
    fields,
  }));
  const personIds = await create(demoPeople, ({ client, timeZone, ...person }) => ({
    type: "create",
    recordType: "person",
    fields: {
      ...person,
      clientId: client === undefined ? null : idSchema.parse(clientIds[client]),
      active: true,
      timeZone: timeZone ?? null,
    },
  }));
  await createSharedCredentials(database, personIds, DEMO_PASSWORD);
  const actors = demoPeople.map(
    ({ role, client }, index): PersonActor => ({
      kind: "person",
      id: personIds[index] ?? "",
      role,
      clientId: client === undefined ? null : (clientIds[client] ?? null),
    }),
  );
  return {
    database,
    clientIds,
    kitIds,
    venueIds: new Map(demoVenues.map(({ key }, index) => [key, venues[index] ?? ""])),
    admins: actors.filter((actor) => actor.role === "admin"),
    managers: actors.filter((actor) => actor.role === "manager"),
    agents: actors.filter((actor) => actor.role === "agent"),
    clients: actors.filter((actor) => actor.role === "client"),
  };
}

/** The item in this place, going round. */
export function pick<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("the demo lacks people");
  return item;
}
