import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, invalid, notFound, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { KitRecord, KitRecordCommand, KitRecordOutside, KitRecordState } from "@/modules/kits/records";

const recordType = "kitInstance";

/** The rules of kits as records: a kit is retired, never deleted, since its history is needed. */
export function decideRecord(
  command: KitRecordCommand,
  state: KitRecordState,
  outside: KitRecordOutside,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "create":
      return create(command, outside, context);
    case "update":
      return update(command, seen(state, command.version), context);
    case "archive":
      return retire(seen(state, command.version), outside, context);
    case "restore": {
      const record = seen(state, command.version);
      return record.isRetired ? [updated(record, ["archived"], context)] : [];
    }
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown command ${JSON.stringify(command)}`);
}

function seen({ record }: KitRecordState, version: number): KitRecord {
  if (record === null) throw notFound("kit");
  if (record.version !== version) throw conflict("This kit was changed since you opened it. Reload it.");
  return record;
}

function create(
  { fields, contents }: Extract<KitRecordCommand, { type: "create" }>,
  { template }: KitRecordOutside,
  context: DecisionContext,
): readonly Fact[] {
  if (template === null) throw noTemplate("There is no such kit template.");
  if (template.isArchived) throw noTemplate("This kit template is archived. Bring it back first.");
  const components = template.components.filter(({ removedAt }) => removedAt === null);
  const parts = contents ?? components.map(({ id, quantity }) => ({ componentId: id, quantity }));
  const known = new Set<string>(components.map(({ id }) => id));
  if (!parts.every(({ componentId }) => known.has(componentId))) {
    throw invalid("A part is not one of this template's. Reload the template.");
  }
  const recordId = context.newId();
  const by = actorId(context.actor);
  const recorded = fact("DIRECTORY_RECORD_CREATED", {
    recordType,
    recordId,
    createdBy: by,
    createdAt: context.now,
    changedFields: Object.keys(fields),
  });
  return [recorded, ...acquired(recordId, { fields, parts, by, now: context.now })];
}

function noTemplate(sentence: string) {
  return invalid(sentence, { kitTemplateId: "Choose another template." });
}

/** What a new kit holds came from outside. */
function acquired(
  kitInstanceId: string,
  given: {
    readonly fields: { readonly kitTemplateId: string };
    readonly parts: readonly { readonly componentId: string; readonly quantity: number }[];
    readonly by: string;
    readonly now: string;
  },
): readonly Fact[] {
  const held = given.parts.filter(({ quantity }) => quantity > 0);
  if (held.length === 0) return [];
  return [
    fact("KIT_COMPONENTS_MOVED", {
      kitInstanceId,
      kitTemplateId: given.fields.kitTemplateId,
      movedBy: given.by,
      movedAt: given.now,
      kind: "acquired",
      movements: held.map(({ componentId, quantity }) => ({
        componentId,
        quantity,
        from: "outside" as const,
        to: "kit" as const,
        toKitInstanceId: kitInstanceId,
      })),
    }),
  ];
}

function update(
  { fields }: Extract<KitRecordCommand, { type: "update" }>,
  record: KitRecord,
  context: DecisionContext,
): readonly Fact[] {
  if (record.isRetired) throw ruleViolated("kit_retired", "This kit is retired. Bring it back first.");
  const old = new Map(Object.entries(record.fields));
  const changed = Object.entries(fields)
    .filter(([name, value]) => old.get(name) !== value)
    .map(([name]) => name);
  return changed.length === 0 ? [] : [updated(record, changed, context)];
}

function updated(record: KitRecord, changedFields: readonly string[], context: DecisionContext): Fact {
  return fact("DIRECTORY_RECORD_UPDATED", {
    recordType,
    recordId: record.id,
    updatedBy: actorId(context.actor),
    updatedAt: context.now,
    changedFields,
  });
}

function retire(
  record: KitRecord,
  { holderName, boundFor }: KitRecordOutside,
  context: DecisionContext,
): readonly Fact[] {
  if (record.isRetired) return [];
  if (holderName !== null) {
    throw ruleViolated("kit_out", `${holderName} has this kit. Retire it when it is back.`);
  }
  if (boundFor !== null) {
    throw ruleViolated("kit_bound", `This kit is bound for EV-${boundFor}. Bind another one there first.`);
  }
  return [
    fact("DIRECTORY_RECORD_ARCHIVED", {
      recordType,
      recordId: record.id,
      archivedBy: actorId(context.actor),
      archivedAt: context.now,
      changedFields: ["archived"],
    }),
  ];
}
