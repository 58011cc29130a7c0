import type { Fact } from "@/domain-events/catalog/fact";
import type { KitRecordCommand, KitRecordState } from "@/modules/kits/records";

/** The next state of a kit's record after one of its own facts. */
export function evolveRecord(
  state: KitRecordState,
  fact: Fact,
  { command }: { readonly command: KitRecordCommand },
): KitRecordState {
  const { record } = state;
  switch (fact.type) {
    case "DIRECTORY_RECORD_CREATED":
      return command.type === "create"
        ? { record: { id: fact.payload.recordId, version: 1, isRetired: false, fields: command.fields } }
        : state;
    case "DIRECTORY_RECORD_UPDATED": {
      if (record === null) return state;
      const next = { ...record, version: record.version + 1 };
      if (command.type === "restore") return { record: { ...next, isRetired: false } };
      return command.type === "update"
        ? { record: { ...next, fields: { ...record.fields, ...command.fields } } }
        : state;
    }
    case "DIRECTORY_RECORD_ARCHIVED":
      return record === null
        ? state
        : { record: { ...record, version: record.version + 1, isRetired: true } };
    default:
      return state;
  }
}
