import * as z from "zod";
import { exampleIds } from "./example-ids";
import { count, id, listOf, text } from "./fields";

/** What facts of kits share: a need, a need with its kit, a shortage, a kit wherever it is, and moves of parts. */

export const need = { kitAssignmentId: id, activityId: id, eventId: id };
const needClasses = {
  kitAssignmentId: "business",
  activityId: "business",
  eventId: "business",
} as const;
const needExample = {
  kitAssignmentId: exampleIds.kitAssignment,
  activityId: exampleIds.activity,
  eventId: exampleIds.event,
};

export const bound = { ...need, kitInstanceId: id };
export const boundClasses = { ...needClasses, kitInstanceId: "business" } as const;
export const boundExample = { ...needExample, kitInstanceId: exampleIds.kitInstance };

export const shortage = {
  ...need,
  kitTemplateId: id,
  missing: listOf(z.strictObject({ componentId: id, quantity: count })),
  cause: text,
};
export const shortageClasses = {
  ...needClasses,
  kitTemplateId: "business",
  missing: { componentId: "business", quantity: "business" },
  cause: "free-text",
} as const;
export const shortageExample = {
  ...needExample,
  kitTemplateId: exampleIds.kitTemplate,
  missing: [{ componentId: exampleIds.component, quantity: 2 }],
  cause: "The kit came back short.",
};

/** A kit instance outside the warehouse belongs to an assignment; one that lies there belongs to none. */
export const instance = {
  kitInstanceId: id,
  kitAssignmentId: id.exactOptional(),
  activityId: id.exactOptional(),
  eventId: id.exactOptional(),
};

/** Where parts are. What never was here comes from outside; what was used, lost or written off is counted on. */
const kitPlace = z.enum(["outside", "kit", "spares", "used", "lost", "written_off"]);

export const movement = z
  .strictObject({
    componentId: id,
    quantity: count,
    from: kitPlace,
    fromKitInstanceId: id.exactOptional(),
    to: kitPlace,
    toKitInstanceId: id.exactOptional(),
  })
  .refine(
    (move) =>
      (move.from === "kit") === (move.fromKitInstanceId !== undefined) &&
      (move.to === "kit") === (move.toKitInstanceId !== undefined),
    "A kit, and nothing else, is named by its id.",
  );
