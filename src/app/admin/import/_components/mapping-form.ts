import * as z from "zod";
import { isZone } from "@/values/zone";
import type { ImportFileHead, ImportTarget } from "./import-types";

/** The form in which an admin says what each column means. An empty text stands for no column. */

const needed = (what: string) => z.string().min(1, { error: `Choose the column with ${what}.` });

export const mappingFormSchema = z
  .object({
    externalId: needed("the booking's id"),
    title: needed("the title"),
    start: needed("the start"),
    end: needed("the end"),
    venue: needed("the venue"),
    venuePrefix: z.string(),
    client: z.string(),
    notes: z.string(),
    category: z.string(),
    timeZone: z.string().refine(isZone, { error: "Choose the time zone of the venues." }),
    dateOrder: z.enum(["auto", "mdy", "dmy", "ymd"]),
    clientId: z.string(),
  })
  .refine((form) => form.clientId !== "" || form.client !== "", {
    error: "Choose a client, or the column that names one.",
    path: ["clientId"],
  });

export type MappingForm = z.infer<typeof mappingFormSchema>;

/** What the form starts with: what was chosen before, else what the headers suggest. */
export function mappingDefaults(head: ImportFileHead, target: ImportTarget | null): MappingForm {
  const columns = target ? target.mapping.columns : head.guess;
  return {
    externalId: columns.externalId ?? "",
    title: columns.title ?? "",
    start: columns.start ?? "",
    end: columns.end ?? "",
    venue: columns.venue ?? "",
    venuePrefix: columns.venuePrefix ?? "",
    client: columns.client ?? "",
    notes: columns.notes ?? "",
    category: columns.category ?? "",
    timeZone: target?.mapping.timeZone ?? head.timeZone ?? "",
    dateOrder: target?.mapping.dateOrder ?? "auto",
    clientId: target?.clientId ?? "",
  };
}

/** The form as the server takes it: what is empty is left out. */
export function toTarget(fileId: string, form: MappingForm): ImportTarget {
  const { externalId, title, start, end, venue, timeZone, dateOrder, clientId } = form;
  const optional = (["venuePrefix", "client", "notes", "category"] as const)
    .filter((field) => form[field] !== "")
    .map((field) => [field, form[field]] as const);
  return {
    fileId,
    mapping: {
      columns: { externalId, title, start, end, venue, ...Object.fromEntries(optional) },
      timeZone,
      dateOrder,
    },
    ...(clientId !== "" && { clientId }),
  };
}
