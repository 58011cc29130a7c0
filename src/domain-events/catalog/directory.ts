import * as z from "zod";
import { extension, inCategory } from "./define";
import { exampleIds } from "./example-ids";
import { id, instant, labels } from "./fields";

/** Names of fields only: a value would put master data into the log. */
const record = {
  recordType: z.enum(["client", "person", "location", "kitTemplate", "kitInstance", "preparationTemplate"]),
  recordId: id,
  changedFields: labels,
};
/** The id may be a person's, so it has the stricter class for all record types. */
const recordClasses = {
  recordType: "business",
  recordId: "person-id",
  changedFields: "business",
} as const;

/** Changes to master data (event-catalogue.md, Extensions). */
export const directoryEvents = inCategory("directory", {
  DIRECTORY_RECORD_CREATED: extension({
    meaning: "A record of master data was added.",
    sources: ["directory.create"],
    schema: z.strictObject({ ...record, createdBy: id, createdAt: instant }),
    classes: { ...recordClasses, createdBy: "person-id", createdAt: "business" },
    example: {
      recordType: "location",
      recordId: exampleIds.location,
      changedFields: ["name", "address", "zone"],
      createdBy: exampleIds.admin,
      createdAt: "2026-09-01T08:00:00.000Z",
    },
  }),
  DIRECTORY_RECORD_UPDATED: extension({
    meaning: "Fields of a record of master data changed.",
    sources: ["directory.update"],
    schema: z.strictObject({ ...record, updatedBy: id, updatedAt: instant }),
    classes: { ...recordClasses, updatedBy: "person-id", updatedAt: "business" },
    example: {
      recordType: "person",
      recordId: exampleIds.agent,
      changedFields: ["skills"],
      updatedBy: exampleIds.admin,
      updatedAt: "2026-09-02T08:00:00.000Z",
    },
  }),
  DIRECTORY_RECORD_ARCHIVED: extension({
    meaning: "A record of master data was put away; nothing new may use it.",
    sources: ["directory.archive"],
    schema: z.strictObject({ ...record, archivedBy: id, archivedAt: instant }),
    classes: { ...recordClasses, archivedBy: "person-id", archivedAt: "business" },
    example: {
      recordType: "kitInstance",
      recordId: exampleIds.kitInstance,
      changedFields: ["archived"],
      archivedBy: exampleIds.admin,
      archivedAt: "2026-09-03T08:00:00.000Z",
    },
  }),
});
