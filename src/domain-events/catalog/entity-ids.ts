/** Field names that hold ids, and the kind of record the ids belong to. */
const KIND_BY_FIELD: ReadonlyMap<string, string> = new Map([
  ["bookingId", "booking"],
  ["clientId", "client"],
  ["eventId", "event"],
  ["eventIds", "event"],
  ["affectedEventIds", "event"],
  ["activityId", "activity"],
  ["assignmentId", "assignment"],
  ["locationId", "location"],
  ["kitAssignmentId", "kit-assignment"],
  ["toKitAssignmentId", "kit-assignment"],
  ["kitInstanceId", "kit"],
  ["kitsInUse", "kit"],
  ["replacementInstanceId", "kit"],
  ["fromKitInstanceId", "kit"],
  ["toKitInstanceId", "kit"],
  ["kitsSeen", "kit"],
  ["kitsMissing", "kit"],
  ["kitsMisplaced", "kit"],
  ["kitTemplateId", "kit-template"],
  ["requiredKitTemplateIds", "kit-template"],
  ["issueId", "issue"],
  ["mergedIssueId", "issue"],
  ["factId", "fact"],
  ["userId", "user"],
  ["managerId", "user"],
  ["assignedTo", "user"],
  ["checkedOutTo", "user"],
  ["handedOverFrom", "user"],
  ["handedOverTo", "user"],
  ["staffExecuting", "user"],
]);

/** The kind of record that a directory fact is about. */
const KIND_BY_RECORD_TYPE: ReadonlyMap<unknown, string> = new Map([
  ["client", "client"],
  ["person", "user"],
  ["location", "location"],
  ["kitTemplate", "kit-template"],
  ["kitInstance", "kit"],
  ["preparationTemplate", "preparation-template"],
]);

const ACTOR_FIELD = /[a-z]By$/;

/** Ends like an actor but names a party: `agent`, `agency` or `system`. */
const PARTY_FIELD = "initiatedBy";

/**
 * The records that a payload names, as `<kind>:<id>` (`booking:…`, `event:…`, `user:…`), sorted and each once:
 * what `event_log.entity_ids` holds and the log is searched by. Derived from the field names of the event
 * schema, at any depth; the actor `system` is no record.
 */
export function entityIdsOf(payload: object): readonly string[] {
  const found = new Set<string>();
  collect(payload, found);
  return [...found].sort();
}

function collect(node: object, found: Set<string>): void {
  const entries: readonly [string, unknown][] = Object.entries(node);
  const fields = new Map(entries);
  add(KIND_BY_RECORD_TYPE.get(fields.get("recordType")), fields.get("recordId"), found);
  for (const [name, value] of entries) {
    add(kindOf(name), value, found);
    if (Array.isArray(value)) value.forEach((element: unknown) => descend(element, found));
    else descend(value, found);
    if (name === "location" && isObject(value))
      add("location", new Map(Object.entries(value)).get("id"), found);
  }
}

function descend(value: unknown, found: Set<string>): void {
  if (isObject(value)) collect(value, found);
}

function kindOf(fieldName: string): string | undefined {
  const kind = KIND_BY_FIELD.get(fieldName);
  if (kind !== undefined) return kind;
  return ACTOR_FIELD.test(fieldName) && fieldName !== PARTY_FIELD ? "user" : undefined;
}

function add(kind: string | undefined, value: unknown, found: Set<string>): void {
  if (kind === undefined) return;
  const ids: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const id of ids) {
    const isRecord = typeof id === "string" && !(kind === "user" && id === "system");
    if (isRecord) found.add(`${kind}:${id}`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
