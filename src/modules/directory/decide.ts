import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, invalid, notFound, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { isZone } from "@/values/zone";
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
      checkFields(command);
      return state.exists ? [] : [created(command, context)];
    case "update":
      return decideUpdate(command, present(state, command.version), context);
    case "archive":
      return decideArchive(command, present(state, command.version), context);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown directory command ${JSON.stringify(command)}`);
}

function present(state: RecordState, version: number): DirectoryRecord {
  if (!state.exists) throw notFound("record");
  if (state.version !== version) throw conflict("This record was changed since you opened it. Reload it.");
  return state;
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
  checkFields(command);
  if (record.archived) throw ruleViolated("archived", "This record is archived and cannot be changed.");
  if (command.recordType === "person" && record.id === actorId(context.actor)) refuseOwnLoss(command.fields);
  const changedFields = changedFieldNames(record.fields, command.fields);
  if (changedFields.length === 0) return [];
  return [
    fact("DIRECTORY_RECORD_UPDATED", {
      recordType: command.recordType,
      recordId: record.id,
      updatedBy: actorId(context.actor),
      updatedAt: context.now,
      changedFields,
    }),
  ];
}

/** Who may change people is an admin, and stays one until another admin says otherwise. */
function refuseOwnLoss({ role, active }: { readonly role: string; readonly active: boolean }): void {
  if (role === "admin" && active) return;
  throw ruleViolated("own_account", "You cannot take your own rights away. Ask another admin.");
}

function decideArchive(
  command: Extract<DirectoryCommand, { type: "archive" }>,
  record: DirectoryRecord,
  context: DecisionContext,
): readonly Fact[] {
  if (record.archived) return [];
  const self = command.recordType === "person" && record.id === actorId(context.actor);
  if (self) throw ruleViolated("own_account", "You cannot archive yourself. Ask another admin.");
  return [
    fact("DIRECTORY_RECORD_ARCHIVED", {
      recordType: command.recordType,
      recordId: record.id,
      archivedBy: actorId(context.actor),
      archivedAt: context.now,
      changedFields: [command.recordType === "person" ? "active" : "archived"],
    }),
  ];
}

function checkFields(command: Extract<DirectoryCommand, { type: "create" | "update" }>): void {
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
