import * as z from "zod";
import { extension, inCategory, seed } from "./define";
import { exampleIds } from "./example-ids";
import {
  anyCondition,
  count,
  id,
  ids,
  impactLevel,
  instant,
  label,
  labels,
  listOf,
  moment,
  photoUrls,
  text,
  usableCondition,
} from "./fields";

const need = { kitAssignmentId: id, activityId: id, eventId: id };
const needClasses = { kitAssignmentId: "business", activityId: "business", eventId: "business" } as const;
const needExample = {
  kitAssignmentId: exampleIds.kitAssignment,
  activityId: exampleIds.activity,
  eventId: exampleIds.event,
};

const bound = { ...need, kitInstanceId: id };
const boundClasses = { ...needClasses, kitInstanceId: "business" } as const;
const boundExample = { ...needExample, kitInstanceId: exampleIds.kitInstance };

const shortage = {
  ...need,
  kitTemplateId: id,
  missing: listOf(z.strictObject({ componentId: id, quantity: count })),
  cause: text,
};
const shortageClasses = {
  ...needClasses,
  kitTemplateId: "business",
  missing: { componentId: "business", quantity: "business" },
  cause: "free-text",
} as const;
const shortageExample = {
  ...needExample,
  kitTemplateId: exampleIds.kitTemplate,
  missing: [{ componentId: exampleIds.component, quantity: 2 }],
  cause: "The kit came back short.",
};

/** A kit instance outside the warehouse belongs to an assignment; one that lies there belongs to none. */
const instance = {
  kitInstanceId: id,
  kitAssignmentId: id.exactOptional(),
  activityId: id.exactOptional(),
  eventId: id.exactOptional(),
};

/** Where parts are. What never was here comes from outside; what was used, lost or written off is counted on. */
export const kitPlace = z.enum(["outside", "kit", "spares", "used", "lost", "written_off"]);

const movement = z
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

/** The kit events of event-schema.md section 5, and their extensions. */
export const kitEvents = inCategory("kit", {
  KIT_ASSIGNED_TO_ACTIVITY: seed({
    meaning: "An activity needs a kit; a certain one may be bound already.",
    sources: ["kits.assign", "workflow.lay-out-instances"],
    schema: z.strictObject({
      ...need,
      kitTemplateId: id,
      kitInstanceId: id.exactOptional(),
      assignedBy: id,
      assignedAt: instant,
      quantity: count,
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      kitTemplateId: "business",
      assignedBy: "person-id",
      assignedAt: "business",
      quantity: "business",
      notes: "free-text",
    },
    example: {
      ...boundExample,
      kitTemplateId: exampleIds.kitTemplate,
      assignedBy: exampleIds.manager,
      assignedAt: "2026-10-12T08:00:00.000Z",
      quantity: 1,
      notes: "Bring the rain cover.",
    },
  }),
  KIT_PREPARED: seed({
    meaning: "A kit was packed and counted.",
    sources: ["kits.prepare"],
    schema: z.strictObject({
      ...bound,
      preparedBy: id,
      preparedAt: instant,
      components: listOf(z.strictObject({ id, name: label, quantity: count, condition: usableCondition })),
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      preparedBy: "person-id",
      preparedAt: "business",
      components: { id: "business", name: "business", quantity: "business", condition: "business" },
      notes: "free-text",
    },
    example: {
      ...boundExample,
      preparedBy: exampleIds.admin,
      preparedAt: "2026-10-29T14:00:00.000Z",
      components: [{ id: exampleIds.component, name: "Thermos", quantity: 6, condition: "good" }],
      notes: "Lids are taped.",
    },
  }),
  KIT_CHECKED_OUT: seed({
    meaning: "A kit was handed over for use.",
    sources: ["kits.check-out"],
    schema: z.strictObject({
      ...bound,
      checkedOutBy: id,
      checkedOutAt: instant,
      checkedOutTo: id,
      expectedReturnDate: moment,
    }),
    classes: {
      ...boundClasses,
      checkedOutBy: "person-id",
      checkedOutAt: "business",
      checkedOutTo: "person-id",
      expectedReturnDate: "business",
    },
    example: {
      ...boundExample,
      checkedOutBy: exampleIds.admin,
      checkedOutAt: "2026-10-31T11:00:00.000Z",
      checkedOutTo: exampleIds.manager,
      expectedReturnDate: "2026-11-01T12:00:00-05:00",
    },
  }),
  KIT_RETURNED: seed({
    meaning: "A kit came back, with what is missing or damaged.",
    sources: ["kits.return"],
    schema: z.strictObject({
      ...bound,
      returnedBy: id,
      returnedAt: instant,
      receivedBy: id,
      condition: anyCondition,
      missingComponents: labels.exactOptional(),
      damagedComponents: listOf(
        z.strictObject({ id, description: text, severity: z.enum(["minor", "moderate", "severe"]) }),
      ).exactOptional(),
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      returnedBy: "person-id",
      returnedAt: "business",
      receivedBy: "person-id",
      condition: "business",
      missingComponents: "business",
      damagedComponents: { id: "business", description: "free-text", severity: "business" },
      notes: "free-text",
    },
    example: {
      ...boundExample,
      returnedBy: exampleIds.manager,
      returnedAt: "2026-11-01T16:00:00.000Z",
      receivedBy: exampleIds.admin,
      condition: "damaged",
      missingComponents: [exampleIds.component],
      damagedComponents: [
        { id: exampleIds.component, description: "The handle is broken.", severity: "minor" },
      ],
      notes: "Packed wet.",
    },
  }),
  KIT_ISSUE_REPORTED: seed({
    meaning: "Somebody reported a problem with a kit.",
    sources: ["kits.report-issue", "workflow.report-kit-issue"],
    schema: z.strictObject({
      ...bound,
      reportedBy: id,
      reportedAt: instant,
      issueType: z.enum(["missing", "damaged", "insufficient", "quality", "other"]),
      description: text,
      impactLevel,
      photoUrls: photoUrls.exactOptional(),
      needsImmediate: z.boolean(),
    }),
    classes: {
      ...boundClasses,
      reportedBy: "person-id",
      reportedAt: "business",
      issueType: "business",
      description: "free-text",
      impactLevel: "business",
      photoUrls: "image",
      needsImmediate: "business",
    },
    example: {
      ...boundExample,
      reportedBy: exampleIds.agent,
      reportedAt: "2026-10-31T15:00:00.000Z",
      issueType: "insufficient",
      description: "Cups run out within the hour.",
      impactLevel: "major",
      photoUrls: ["/photos/0199c8a0-1000-7000-8000-0000000000f3"],
      needsImmediate: true,
    },
  }),
  KIT_ASSIGNMENT_CANCELLED: extension({
    meaning: "A kit need was called off before check-out.",
    sources: ["kits.cancel-assignment", "workflow.release-commitments"],
    schema: z.strictObject({
      ...need,
      kitInstanceId: id.exactOptional(),
      cancelledBy: id,
      cancelledAt: instant,
      reason: text,
    }),
    classes: {
      ...boundClasses,
      cancelledBy: "person-id",
      cancelledAt: "business",
      reason: "free-text",
    },
    example: {
      ...boundExample,
      cancelledBy: "system",
      cancelledAt: "2026-10-29T10:00:02.000Z",
      reason: "The event was cancelled.",
    },
  }),
  KIT_SHORTAGE_RAISED: extension({
    meaning: "A kit need cannot be met in full; these components are missing.",
    sources: ["workflow.check-kit-needs"],
    schema: z.strictObject({ ...shortage, raisedBy: id, raisedAt: instant }),
    classes: { ...shortageClasses, raisedBy: "person-id", raisedAt: "business" },
    example: { ...shortageExample, raisedBy: "system", raisedAt: "2026-11-01T16:00:01.000Z" },
  }),
  KIT_SHORTAGE_RESOLVED: extension({
    meaning: "A kit shortage is settled.",
    sources: ["kits.resolve-shortage", "workflow.check-kit-needs"],
    schema: z.strictObject({
      ...shortage,
      resolvedBy: id,
      resolvedAt: instant,
      resolution: text.exactOptional(),
    }),
    classes: {
      ...shortageClasses,
      resolvedBy: "person-id",
      resolvedAt: "business",
      resolution: "free-text",
    },
    example: {
      ...shortageExample,
      resolvedBy: exampleIds.admin,
      resolvedAt: "2026-11-02T10:00:00.000Z",
      resolution: "Topped up from spares.",
    },
  }),
  KIT_ISSUE_RESOLVED: extension({
    meaning: "A kit issue is settled, with the condition found.",
    sources: ["kits.resolve-issue"],
    schema: z.strictObject({
      ...instance,
      issueId: id,
      resolvedBy: id,
      resolvedAt: instant,
      condition: anyCondition,
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      issueId: "business",
      resolvedBy: "person-id",
      resolvedAt: "business",
      condition: "business",
      notes: "free-text",
    },
    example: {
      ...boundExample,
      issueId: exampleIds.issue,
      resolvedBy: exampleIds.admin,
      resolvedAt: "2026-11-02T10:30:00.000Z",
      condition: "good",
      notes: "The handle was replaced.",
    },
  }),
  KIT_INSPECTED: extension({
    meaning: "A kit was inspected, with the condition found.",
    sources: ["kits.inspect"],
    schema: z.strictObject({
      ...instance,
      inspectedBy: id,
      inspectedAt: instant,
      condition: anyCondition,
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      inspectedBy: "person-id",
      inspectedAt: "business",
      condition: "business",
      notes: "free-text",
    },
    example: {
      ...boundExample,
      inspectedBy: exampleIds.admin,
      inspectedAt: "2026-11-02T11:00:00.000Z",
      condition: "good",
      notes: "Ready for the next event.",
    },
  }),
  KIT_HANDED_OVER: extension({
    meaning: "A kit that is out went from one person to another.",
    sources: ["kits.hand-over"],
    schema: z.strictObject({
      ...bound,
      handedOverBy: id,
      handedOverAt: instant,
      handedOverFrom: id,
      handedOverTo: id,
      toKitAssignmentId: id.exactOptional(),
      condition: anyCondition,
      notes: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      handedOverBy: "person-id",
      handedOverAt: "business",
      handedOverFrom: "person-id",
      handedOverTo: "person-id",
      toKitAssignmentId: "business",
      condition: "business",
      notes: "free-text",
    },
    example: {
      ...boundExample,
      handedOverBy: exampleIds.manager,
      handedOverAt: "2026-10-31T14:00:00.000Z",
      handedOverFrom: exampleIds.manager,
      handedOverTo: exampleIds.agent,
      toKitAssignmentId: exampleIds.kitAssignment,
      condition: "good",
      notes: "For the second tasting.",
    },
  }),
  KIT_SWAPPED: extension({
    meaning: "Another kit took the place of one that is out.",
    sources: ["kits.swap"],
    schema: z.strictObject({
      ...bound,
      replacementInstanceId: id,
      swappedBy: id,
      swappedAt: instant,
      condition: anyCondition,
      reason: text,
    }),
    classes: {
      ...boundClasses,
      replacementInstanceId: "business",
      swappedBy: "person-id",
      swappedAt: "business",
      condition: "business",
      reason: "free-text",
    },
    example: {
      ...boundExample,
      replacementInstanceId: exampleIds.kitInstance,
      swappedBy: exampleIds.manager,
      swappedAt: "2026-10-31T15:10:00.000Z",
      condition: "damaged",
      reason: "The burner does not light.",
    },
  }),
  KIT_RETURN_EXPECTED: extension({
    meaning: "A kit that is out is expected back at another time.",
    sources: ["kits.expect-return", "workflow.move-kits"],
    schema: z.strictObject({
      ...bound,
      expectedReturnDate: moment,
      changedBy: id,
      changedAt: instant,
      reason: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      expectedReturnDate: "business",
      changedBy: "person-id",
      changedAt: "business",
      reason: "free-text",
    },
    example: {
      ...boundExample,
      expectedReturnDate: "2026-11-02T12:00:00-05:00",
      changedBy: "system",
      changedAt: "2026-10-31T16:00:00.000Z",
      reason: "The event was moved.",
    },
  }),
  KIT_COMPONENTS_MOVED: extension({
    meaning: "Parts came into a kit or the spares, or left them.",
    sources: [
      "kits.prepare",
      "kits.return",
      "kits.move-components",
      "kits.resolve-shortage",
      "kits.take-stock",
    ],
    schema: z.strictObject({
      ...instance,
      kitInstanceId: id.exactOptional(),
      kitTemplateId: id,
      movedBy: id,
      movedAt: instant,
      kind: z.enum([
        "acquired",
        "packed",
        "used",
        "missing",
        "found",
        "topped_up",
        "borrowed",
        "given_back",
        "counted",
        "written_off",
      ]),
      movements: listOf(movement),
      reason: text.exactOptional(),
    }),
    classes: {
      ...boundClasses,
      kitTemplateId: "business",
      movedBy: "person-id",
      movedAt: "business",
      kind: "business",
      movements: {
        componentId: "business",
        quantity: "business",
        from: "business",
        fromKitInstanceId: "business",
        to: "business",
        toKitInstanceId: "business",
      },
      reason: "free-text",
    },
    example: {
      ...boundExample,
      kitTemplateId: exampleIds.kitTemplate,
      movedBy: exampleIds.admin,
      movedAt: "2026-11-02T10:00:00.000Z",
      kind: "borrowed",
      movements: [
        {
          componentId: exampleIds.component,
          quantity: 2,
          from: "kit",
          fromKitInstanceId: "0199c8a0-1000-7000-8000-0000000000fa",
          to: "kit",
          toKitInstanceId: exampleIds.kitInstance,
        },
      ],
      reason: "Two came back broken.",
    },
  }),
  KIT_QUARANTINED: extension({
    meaning: "A kit may not be used until it is inspected.",
    sources: ["kits.quarantine", "kits.report-issue", "workflow.report-kit-issue"],
    schema: z.strictObject({ ...instance, quarantinedBy: id, quarantinedAt: instant, reason: text }),
    classes: {
      ...boundClasses,
      quarantinedBy: "person-id",
      quarantinedAt: "business",
      reason: "free-text",
    },
    example: {
      ...boundExample,
      quarantinedBy: "system",
      quarantinedAt: "2026-11-01T16:00:01.000Z",
      reason: "The burner is broken.",
    },
  }),
  KIT_STOCK_TAKEN: extension({
    meaning: "A place was counted: which kits are there, which are missing, which should be elsewhere.",
    sources: ["kits.take-stock"],
    schema: z.strictObject({
      stockTakeId: id,
      place: label,
      takenBy: id,
      takenAt: instant,
      kitsSeen: ids,
      kitsMissing: ids,
      kitsMisplaced: ids,
      notes: text.exactOptional(),
    }),
    classes: {
      stockTakeId: "business",
      place: "business",
      takenBy: "person-id",
      takenAt: "business",
      kitsSeen: "business",
      kitsMissing: "business",
      kitsMisplaced: "business",
      notes: "free-text",
    },
    example: {
      stockTakeId: "0199c8a0-1000-7000-8000-0000000000f9",
      place: "Warehouse, shelf 4",
      takenBy: exampleIds.admin,
      takenAt: "2026-11-03T09:00:00.000Z",
      kitsSeen: [exampleIds.kitInstance],
      kitsMissing: ["0199c8a0-1000-7000-8000-0000000000fa"],
      kitsMisplaced: ["0199c8a0-1000-7000-8000-0000000000fb"],
      notes: "Shelf 5 was locked.",
    },
  }),
});
