import "server-only";
import type { PersonActor } from "@/commands/actor";
import { Refusal } from "@/commands/errors";
import { runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { locationFields } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { derivedId } from "@/values/derived-id";
import { type NamedVenue, venuesByName } from "./lookups";

/** Finds the ids of venues by their names in a file, and adds those that the directory lacks. */
export interface VenueBook {
  /** In the order given; two spellings of one venue are one id. Throws what the directory refuses. */
  idsOf(names: readonly string[]): Promise<string[]>;
  /** Venues that were added. */
  made(): number;
}

interface VenueBookOptions {
  readonly actor: PersonActor;
  readonly timeZone: string;
  /** What the import knows already. */
  readonly known: ReadonlyMap<string, NamedVenue>;
  /** A UUIDv7 from which the ids of new venues follow, so that a repeated run adds none twice. */
  readonly runId: string;
}

export function openVenueBook(database: Database, options: VenueBookOptions): VenueBook {
  const { actor, timeZone, known, runId } = options;
  // Promises, so that groups handled at the same time wait for one and the same new venue.
  const ids = new Map<string, Promise<string>>();
  let made = 0;

  async function add(name: string, key: string): Promise<string> {
    const recordId = derivedId(runId, `venue:${key}`);
    try {
      const { eventIds } = await runCommand(
        database,
        directory,
        {
          type: "create",
          recordType: "location",
          recordId,
          fields: locationFields.parse({ name, timeZone }),
        },
        { actor },
      );
      if (eventIds.length > 0) made += 1;
      return recordId;
    } catch (error) {
      // Somebody else added it meanwhile: the name and zone are one venue, so theirs is used.
      if (!(error instanceof Refusal) || error.code !== "CONFLICT") throw error;
      const found = (await venuesByName(database, [name], timeZone)).get(name);
      if (!found?.id) throw error;
      return found.id;
    }
  }

  async function idOf(name: string): Promise<string> {
    const venue = known.get(name);
    if (venue?.id) return venue.id;
    const key = venue?.key ?? name;
    const asked = ids.get(key) ?? add(name, key);
    ids.set(key, asked);
    try {
      return await asked;
    } catch (error) {
      ids.delete(key);
      throw error;
    }
  }

  async function idsOf(names: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const name of names) found.push(await idOf(name));
    return [...new Set(found)];
  }

  return { idsOf, made: () => made };
}
