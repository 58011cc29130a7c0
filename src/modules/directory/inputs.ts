import * as z from "zod";
import { idSchema, versionMax } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";

/** What a caller may say about master data. */

export const roles = ["admin", "manager", "agent", "client"] as const;

const unkeepable = { error: "This holds a character that cannot be kept." };
const nameOf = (max: number) =>
  z
    .string({ error: "Enter a name." })
    .trim()
    .min(1, { error: "Enter a name." })
    .max(max, { error: `A name can have ${max} characters at most.` })
    .refine(isKeepable, unkeepable);
const name = nameOf(200);
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `Use ${max} characters at most.` })
    .refine(isKeepable, unkeepable);
const zone = z
  .string({ error: "Choose a time zone." })
  .min(1, { error: "Choose a time zone." })
  .max(64)
  .regex(/^[A-Za-z0-9_+\-/]+$/, { error: "Choose a time zone such as Europe/Berlin." });

export const clientFields = z.strictObject({ name });

export const locationFields = z.strictObject({
  name: nameOf(300),
  address: text(500).default(""),
  city: text(200).default(""),
  country: text(100).default(""),
  timeZone: zone,
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  geofenceRadiusM: z.int().min(10).max(5000).default(150),
});

export const personFields = z.strictObject({
  name,
  email: z.email({ error: "Enter an e-mail address such as name@example.com." }).max(254).toLowerCase(),
  role: z.enum(roles, { error: "Choose a role." }),
  clientId: idSchema.nullable().default(null),
  active: z.boolean().default(true),
  timeZone: zone.nullable().default(null),
});

const KIT_LINES_MAX = 100;
/** Thirty days. */
const KIT_MINUTES_MAX = 43_200;
const aroundMinutes = (error: string) =>
  z.int({ error }).min(0, { error }).max(KIT_MINUTES_MAX, { error: "Use 30 days at most." }).default(1440);

export const kitLine = z.strictObject({
  /** Of a line that is there already; left out for a new one. */
  id: idSchema.optional(),
  name: z
    .string({ error: "Enter what it is." })
    .trim()
    .min(1, { error: "Enter what it is." })
    .max(200, { error: "Use 200 characters at most." })
    .refine(isKeepable, unkeepable),
  quantity: z
    .int({ error: "Enter how many a kit holds." })
    .min(1, { error: "A kit holds one at least. Take the line out otherwise." })
    .max(100_000, { error: "Use 100,000 at most." }),
  usage: z.enum(["returnable", "consumable"], { error: "Choose whether it comes back." }),
  critical: z.boolean().default(false),
});

export const kitTemplateFields = z.strictObject({
  name,
  description: text(1000).default(""),
  /** A kit is needed this long before its event, and is ready again this long after it (domain.md rule 35). */
  preparationMinutes: aroundMinutes("Enter how long before the event a kit is needed."),
  turnaroundMinutes: aroundMinutes("Enter how long after the event a kit is ready again."),
  /** In the order in which it is packed. */
  lines: z
    .array(kitLine)
    .max(KIT_LINES_MAX, { error: `A kit has ${KIT_LINES_MAX} kinds of parts at most.` })
    .refine(isNamedOnce, { error: "Two lines name the same part. Put them together." })
    .default([]),
});

function isNamedOnce(lines: readonly { readonly id?: string | undefined; readonly name: string }[]): boolean {
  const names = lines.map((line) => line.name.toLowerCase());
  const ids = lines.flatMap((line) => line.id ?? []);
  return new Set(names).size === names.length && new Set(ids).size === ids.length;
}

const TASKS_MAX = 40;
/** A year and a day, in minutes. */
const MINUTES_BEFORE_MAX = 527_040;

export const taskKinds = ["venue", "staff", "kit", "logistics", "other"] as const;

const templateLine = z.strictObject({
  description: z
    .string({ error: "Enter what is to be done." })
    .trim()
    .min(1, { error: "Enter what is to be done." })
    .max(500, { error: "Use 500 characters at most." })
    .refine(isKeepable, unkeepable),
  kind: z.enum(taskKinds, { error: "Choose what kind of task this is." }),
  /** On the venue's clock, before the start of the event. */
  minutesBefore: z
    .int({ error: "Enter how long before the start it is due, such as 3 days." })
    .min(0, { error: "A task is due before the start." })
    .max(MINUTES_BEFORE_MAX, { error: "A task is due within the year before the start." }),
});

export const preparationTemplateFields = z.strictObject({
  name,
  /** The kind of activity that asks for it, in whatever case; null for the one that serves all other events. */
  activityType: text(80)
    .nullable()
    .transform((type) => type || null),
  lines: z
    .array(templateLine)
    .min(1, { error: "Add one task at least." })
    .max(TASKS_MAX, { error: `A template has ${TASKS_MAX} tasks at most.` }),
});

export const recordFields = {
  client: clientFields,
  location: locationFields,
  person: personFields,
  kitTemplate: kitTemplateFields,
  preparationTemplate: preparationTemplateFields,
} as const;

export type RecordType = keyof typeof recordFields;
export type FieldsOf<T extends RecordType> = z.infer<(typeof recordFields)[T]>;

const version = z.int({ error: "Reload the record." }).min(1).max(versionMax);

export const updateShape = { recordId: idSchema, version };
/** For archiving a record and for bringing it back. */
export const archiveInput = z.strictObject({ recordId: idSchema, version });
/** For what an admin does about a person's sign-in. */
export const accountInput = z.strictObject({ recordId: idSchema });

export const preparationTemplatesInput = z.strictObject({
  includeArchived: z.boolean().default(false),
  limit: z.int().min(1).max(200).default(200),
});

export const directoryListInput = z.strictObject({
  q: text(100).optional(),
  includeArchived: z.boolean().default(false),
  cursor: idSchema.optional(),
  limit: z.int().min(1).max(200).default(100),
});

export const peopleListInput = directoryListInput.extend({
  /** Only people with one of these. */
  roles: z.array(z.enum(roles)).max(roles.length).optional(),
});
