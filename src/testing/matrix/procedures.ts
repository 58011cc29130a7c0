import * as z from "zod";
import { appRouter } from "@/server/router";

/** A procedure as the router keeps it at run time; its types say less. */
const definition = z.object({
  type: z.enum(["query", "mutation", "subscription"]),
  meta: z.object({ permission: z.string() }).optional(),
  inputs: z.array(z.instanceof(z.core.$ZodType)),
});

export interface Procedure extends z.infer<typeof definition> {
  readonly path: string;
}

/** Every procedure of the router. */
export const procedures: readonly Procedure[] = Object.entries<unknown>(appRouter._def.procedures).map(
  ([path, procedure]) => ({ path, ...definition.parse(Reflect.get(Object(procedure), "_def")) }),
);
