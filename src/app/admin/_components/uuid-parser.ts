import { createParser } from "nuqs/server";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** True for what the server takes as a record's id. */
export function isRecordId(text: string): boolean {
  return UUID.test(text);
}

/** A record's id in the address; anything else is as if it were not there. */
export const parseAsUuid = createParser({
  parse: (text) => (isRecordId(text) ? text.toLowerCase() : null),
  serialize: (id: string) => id,
});
