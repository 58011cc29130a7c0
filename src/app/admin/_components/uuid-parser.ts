import { createParser } from "nuqs/server";
import { isUuidText } from "@/values/uuid-text";

/** A record's id in the address; anything else is as if it were not there. */
export const parseAsUuid = createParser({
  parse: (text) => (isUuidText(text) ? text.toLowerCase() : null),
  serialize: (id: string) => id,
});
