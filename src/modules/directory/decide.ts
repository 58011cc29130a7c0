import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, invalid, notFound, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { isZone } from "@/values/zone";
import type { FieldsOf, RecordType } from "./inputs";
import { checkKitTemplate } from "./kit-templates";
import { checkTemplate, refuseArchivingFallback } from "./preparation-templates";
import { changedFieldNames, type DirectoryCommand, type DirectoryRecord, type RecordState } from "./record";

/** The rules of master data; a record is archived, never deleted, since history needs it. */
export function decide(
  command: DirectoryCommand,
  state: RecordState,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  switch (command.type) {
    case "create":
      checkFields(command, state);
      return state.exists ? [] : [created(command, context)];
    case "update":
      return decideUpdate(command, present(state, command.version), context);
    case "archive":
      return decideArchive(command, present(state, command.version), context);
    case "restore":
      return decideRestore(command, present(state, command.version), context);
    case "invite":
      return decideInvite(known(state), context);
    case "endSessions":
      return [changed(known(state), "person", ["sessions"], context)];
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown directory command ${JSON.stringify(command)}`);
}

function known(state: RecordState): DirectoryRecord {
  if (!state.exists) throw notFound("record");
  return state;
}

function present(state: RecordState, version: number): DirectoryRecord {
  const record = known(state);
  if (record.version !== version) throw conflict("This record was changed since you opened it. Reload it.");
  return record;
}

/** Names of fields only: values never leave the directory's own tables. */
function changed(
  record: DirectoryRecord,
  recordType: RecordType,
  changedFields: readonly string[],
  context: DecisionContext,
): Fact {
  return fact("DIRECTORY_RECORD_UPDATED", {
    recordType,
    recordId: record.id,
    updatedBy: actorId(context.actor),
    updatedAt: context.now,
    changedFields: [...changedFields],
  });
}

function created(command: Extract<DirectoryCommand, { type: "create" }>, context: DecisionContext): Fact {
  return fact("DIRECTORY_RECORD_CREATED", {
    recordType: command.recordType,
    recordId: command.recordId ?? context.newId(),
    createdBy: actorId(context.actor),
    createdAt: context.now,
    changedFields: Object.keys(command.fields),
  });
}

function decideUpdate(
  command: Extract<DirectoryCommand, { type: "update" }>,
  record: DirectoryRecord,
  context: DecisionContext,
): readonly Fact[] {
  checkFields(command, record);
  if (record.archived && !bringsBack(command)) {
    throw ruleViolated("archived", "This record is archived. Bring it back before you change it.");
  }
  if (command.recordType === "person" && record.id === actorId(context.actor)) refuseOwnLoss(command.fields);
  const changedFields = changedFieldNames(record.fields, command.fields);
  if (changedFields.length === 0) return [];
  return [changed(record, command.recordType, changedFields, context)];
}

/** A person's own record says whether they are active, so an edit may bring them back. */
function bringsBack(command: Extract<DirectoryCommand, { type: "update" }>): boolean {
  return command.recordType === "person" && command.fields.active;
}

/** Who may change people is an admin, and stays one until another admin says otherwise. */
function refuseOwnLoss({ role, active }: { readonly role: string; readonly active: boolean }): void {
  if (role === "admin" && active) return;
  throw ruleViolated("own_account", "You cannot take your own rights away. Ask another admin.");
}

function decideArchive(
  command: KeepingCommand,
  record: DirectoryRecord,
  context: DecisionContext,
): readonly Fact[] {
  if (record.archived) return [];
  const self = command.recordType === "person" && record.id === actorId(context.actor);
  if (self) throw ruleViolated("own_account", "You cannot archive yourself. Ask another admin.");
  if (command.recordType === "preparationTemplate") refuseArchivingFallback(templateFieldsOf(record));
  return [
    fact("DIRECTORY_RECORD_ARCHIVED", {
      recordType: command.recordType,
      recordId: record.id,
      archivedBy: actorId(context.actor),
      archivedAt: context.now,
      changedFields: [keptAs(command)],
    }),
  ];
}

/** Takes an archived record into use again; its name stayed its own meanwhile. */
function decideRestore(
  command: KeepingCommand,
  record: DirectoryRecord,
  context: DecisionContext,
): readonly Fact[] {
  if (!record.archived) return [];
  return [changed(record, command.recordType, [keptAs(command)], context)];
}

/** The link itself is made and mailed once this is recorded: its secret is in no table and in no answer (S-34). */
function decideInvite(record: DirectoryRecord, context: DecisionContext): readonly Fact[] {
  if (record.archived) throw ruleViolated("archived", "This person is not active. Bring them back first.");
  return [changed(record, "person", ["invitation"], context)];
}

function templateFieldsOf({ fields }: DirectoryRecord): FieldsOf<"preparationTemplate"> {
  if (!("activityType" in fields)) throw new Error("this record is no preparation template");
  return fields;
}

type KeepingCommand = Extract<DirectoryCommand, { type: "archive" | "restore" }>;

/** The field that says whether a record is in use. */
function keptAs({ recordType }: KeepingCommand): string {
  return recordType === "person" ? "active" : "archived";
}

function checkFields(
  command: Extract<DirectoryCommand, { type: "create" | "update" }>,
  state: RecordState,
): void {
  if (command.recordType === "preparationTemplate") {
    checkTemplate(state.exists ? templateFieldsOf(state) : null, command.fields);
  }
  if (command.recordType === "kitTemplate")
    checkKitTemplate(state.exists ? state.fields : null, command.fields);
  if (command.recordType === "person") {
    const { role, clientId } = command.fields;
    if ((role === "client") !== (clientId !== null)) {
      throw invalid("Only a client's person belongs to a client.", {
        clientId: role === "client" ? "Choose the client." : "Leave the client empty for your own people.",
      });
    }
  }
  if (command.recordType !== "location") return;
  const { latitude, longitude, timeZone } = command.fields;
  if ((latitude === null) !== (longitude === null)) {
    throw invalid("A position has a latitude and a longitude.", {
      [latitude === null ? "latitude" : "longitude"]: "Enter both, or neither.",
    });
  }
  if (!isZone(timeZone)) {
    throw invalid("This time zone is not known.", {
      timeZone: "Choose a time zone such as Europe/Berlin.",
    });
  }
}
