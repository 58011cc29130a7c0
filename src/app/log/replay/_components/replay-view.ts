import { parseAsString } from "nuqs/server";

/** What the address says: the handler that the form begins with. */
export const replayParsers = { handler: parseAsString.withDefault("") };
