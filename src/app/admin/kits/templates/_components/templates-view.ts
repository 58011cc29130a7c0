import type { Route } from "next";
import { createParser, createSerializer, type inferParserType, parseAsBoolean } from "nuqs/server";
import { isUuidText } from "@/values/uuid-text";

/** The list of kit templates as its address says it (U-5). Used by the page on the server and by the screen. */

/** A template that is being written has no id yet. */
export const NEW = "new";

const parseAsOpen = createParser({
  parse: (text) => (text === NEW || isUuidText(text) ? text.toLowerCase() : null),
  serialize: (open: string) => open,
});

export const viewParsers = { open: parseAsOpen, archived: parseAsBoolean.withDefault(false) };

export type TemplatesView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

export function templatesHref(view: Partial<TemplatesView>): Route {
  return `/admin/kits/templates${serialize(view)}` as Route;
}
