import { createParser, createSerializer, type inferParserType, parseAsBoolean } from "nuqs/server";
import { isUuidText } from "@/values/uuid-text";
import type { RouterInputs } from "@/trpc/client";

/** The list of templates as its address says it (U-5). Used by the page on the server and by the screen. */

/** A template that is being written has no id yet. */
export const NEW = "new";

const parseAsOpen = createParser({
  parse: (text) => (text === NEW || isUuidText(text) ? text.toLowerCase() : null),
  serialize: (open: string) => open,
});

export const viewParsers = {
  open: parseAsOpen,
  archived: parseAsBoolean.withDefault(false),
};

export type PreparationView = inferParserType<typeof viewParsers>;

const serialize = createSerializer(viewParsers);

export function viewHref(
  view: Partial<PreparationView>,
): "/admin/preparation" | `/admin/preparation?${string}` {
  const query = serialize(view).slice(1);
  return query === "" ? "/admin/preparation" : `/admin/preparation?${query}`;
}

export function listInputOf({ archived }: PreparationView): RouterInputs["preparationTemplates"]["list"] {
  return { includeArchived: archived };
}
