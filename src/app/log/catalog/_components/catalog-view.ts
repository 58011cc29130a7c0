import type { Route } from "next";
import { createSerializer, type inferParserType, parseAsString } from "nuqs/server";
import type { RouterOutputs } from "@/trpc/client";

export type TypeCard = RouterOutputs["log"]["catalogue"]["types"][number];

/** What the address says about the catalog: the words that are looked for, and the open type. */
export const catalogParsers = {
  q: parseAsString.withDefault(""),
  open: parseAsString.withDefault(""),
};

export type CatalogView = inferParserType<typeof catalogParsers>;

const serialize = createSerializer(catalogParsers);

/** The address of the catalog with some of its view changed. */
export function catalogHref(view: CatalogView, change: Partial<CatalogView>): Route {
  return `/log/catalog${serialize({ ...view, ...change })}` as Route;
}

/** The types in which every word is found: in the name, the meaning, a field, who emits it or who hears it. */
export function typesMatching(types: readonly TypeCard[], words: string): readonly TypeCard[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return types.filter((type) => {
    const text = searchText(type);
    return wanted.every((word) => text.includes(word));
  });
}

function searchText({ type, meaning, category, sources, handlers, fields }: TypeCard): string {
  const inFields = fields.flatMap(({ path, fieldClass }) => [path, fieldClass]);
  return [type, meaning, category, ...sources, ...handlers, ...inFields].join(" ").toLowerCase();
}

/** `7 years`. */
export function yearsWords(years: number): string {
  return years === 1 ? "1 year" : `${years} years`;
}
