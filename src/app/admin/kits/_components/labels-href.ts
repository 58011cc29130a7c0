import type { Route } from "next";
import { createSerializer, type inferParserType } from "nuqs/server";
import { parseAsUuid } from "@/app/admin/_components/uuid-parser";

/** Whose labels are printed: of one template, of one kit, or of all kits. */
export const labelsParsers = { template: parseAsUuid, kit: parseAsUuid };

const serialize = createSerializer(labelsParsers);

export function labelsHref(of: Partial<inferParserType<typeof labelsParsers>>): Route {
  return `/admin/kits/labels${serialize(of)}` as Route;
}
