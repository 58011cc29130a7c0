import "server-only";
import { invalid } from "@/commands/errors";
import { isUuid } from "@/values/ids";

/** Where a page of events ended that are ordered by start and id. */
export interface StartCursor {
  readonly startsAt: Date;
  readonly id: string;
}

export function writeStartCursor({ startsAt, id }: StartCursor): string {
  return `${startsAt.getTime()}_${id}`;
}

/** Throws `INVALID` for a cursor of another list. */
export function readStartCursor(cursor: string): StartCursor {
  const [ms, id] = cursor.split("_");
  if (!/^-?\d{1,14}$/.test(ms ?? "") || !isUuid(id)) {
    throw invalid("This page of the list is gone. Start again from the top.", { cursor: "Unknown." });
  }
  return { startsAt: new Date(Number(ms)), id };
}
