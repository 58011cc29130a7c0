import type { Fact } from "@/domain-events/catalog/fact";
import type { DirectoryCommand, DirectoryRecord, RecordState } from "./record";

/** The next state of a record after one of its own facts. */
export function evolve(
  state: RecordState,
  fact: Fact,
  { command }: { readonly command: DirectoryCommand },
): RecordState {
  switch (fact.type) {
    case "DIRECTORY_RECORD_CREATED":
      return command.type === "create"
        ? { exists: true, id: fact.payload.recordId, version: 1, archived: false, fields: command.fields }
        : state;
    case "DIRECTORY_RECORD_UPDATED":
      return state.exists ? updated(state, command) : state;
    case "DIRECTORY_RECORD_ARCHIVED":
      return state.exists ? inUse(state, false) : state;
    default:
      return state;
  }
}

function updated(record: DirectoryRecord, command: DirectoryCommand): DirectoryRecord {
  if (command.type === "restore") return inUse(record, true);
  if (command.type !== "update") return record;
  const archived = command.recordType === "person" ? !command.fields.active : record.archived;
  return { ...record, version: record.version + 1, archived, fields: command.fields };
}

/** For a person the same is said by the field `active`. */
function inUse(record: DirectoryRecord, isInUse: boolean): DirectoryRecord {
  const fields = "active" in record.fields ? { ...record.fields, active: isInUse } : record.fields;
  return { ...record, version: record.version + 1, archived: !isInUse, fields };
}
