import "server-only";
import { type CommandOrigin, runCommand } from "@/commands/run-command";
import type { Database } from "@/db/database";
import { isEventType } from "@/domain-events/catalog/catalog";
import {
  type ClassifiedPath,
  classifiedMetadataPaths,
  classifiedPaths,
  isPersonal,
} from "@/domain-events/catalog/field-classes";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import type { LogPage } from "@/domain-events/log/search";
import { personalDataViews } from "@/modules/operations/module";
import { envelopeOf } from "@/server/log-view/lines";
import type { Matching } from "./matching";

export interface Look {
  readonly matches: Matching;
  readonly reason: string;
  /** Facts that the file holds at most. */
  readonly factsMax: number;
}

/** Facts of one statement. */
const PAGE_SIZE = 250;

/**
 * Puts on record that somebody takes personal fields out of the log, of how many facts and why: before the first
 * line goes out, so that a file that breaks off is on record too (security.md S-54). Throws what `runCommand` throws.
 */
export async function recordLook(database: Database, look: Look, origin: CommandOrigin): Promise<void> {
  const { count, fields } = await personalIn(look);
  await runCommand(
    database,
    personalDataViews,
    { type: "viewPersonalData", reason: look.reason, fields, count },
    origin,
  );
}

/** How many facts the file will hold, and the paths of their personal fields, each once. */
async function personalIn({ matches, factsMax }: Look) {
  const fields = new Set(personalAmong(classifiedMetadataPaths()));
  let count = 0;
  let cursor: LogPage["next"];
  do {
    const page = await matches.page(Math.min(PAGE_SIZE, factsMax - count), cursor);
    for (const event of page.events) for (const path of personalPaths(event)) fields.add(path);
    count += page.events.length;
    cursor = page.next;
  } while (cursor && count < factsMax);
  return { count, fields: [...fields] };
}

/** Of what this release cannot read, everything may be personal. */
function personalPaths(event: LoggedEvent): readonly string[] {
  const { type } = envelopeOf(event);
  if (!event.read.known || !isEventType(type)) return ["payload"];
  return personalAmong(classifiedPaths(type));
}

function personalAmong(paths: readonly ClassifiedPath[]): readonly string[] {
  return paths.flatMap(({ path, fieldClass }) => (isPersonal(fieldClass) ? [path] : []));
}
