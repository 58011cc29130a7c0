import type { Fact } from "@/domain-events/catalog/fact";
import type { DirectoryCommand, RecordState } from "./record";

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
      return state.exists && command.type === "update"
        ? { ...state, version: state.version + 1, fields: command.fields }
        : state;
    case "DIRECTORY_RECORD_ARCHIVED":
      return state.exists ? { ...state, version: state.version + 1, archived: true } : state;
    default:
      return state;
  }
}
