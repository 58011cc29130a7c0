import { isEventType } from "@/domain-events/catalog/catalog";
import { ASYNCAPI_PATH, schemaFragment } from "./asyncapi";
import type { ExportedFact } from "./exported-fact";

/** An event of CloudEvents 1.0 in structured mode; further attributes are extensions. */
export type CloudEvent = Readonly<Record<string, unknown>> & {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: string;
};

/**
 * A fact as a CloudEvent (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md). `type` is the plain
 * name of the contract and `source` the installation with the component behind it (decision 0010).
 *
 * `appUrl` has no slash at its end. Correlation and causation follow the documented extension of that name, and
 * `sequence` the one of that name; the metadata travel as further extensions, which are scalars by the rules of the
 * specification.
 */
export function cloudEvent(fact: ExportedFact, appUrl: string): CloudEvent {
  const { id, type, timestamp, correlationId, causationId, subject } = fact;
  return {
    specversion: "1.0",
    id,
    source: `${appUrl}/#${fact.source}`,
    type,
    ...(subject !== null && { subject }),
    time: timestamp,
    datacontenttype: "application/json",
    ...(fact.isReadable &&
      isEventType(type) && { dataschema: `${appUrl}${ASYNCAPI_PATH}${schemaFragment(type)}` }),
    correlationid: correlationId,
    ...(causationId !== null && { causationid: causationId }),
    sequence: fact.position.padStart(SEQUENCE_DIGITS, "0"),
    category: fact.category,
    schemaversion: fact.version,
    ...extensionsOf(fact.metadata),
    data: fact.payload,
  };
}

/** As many as the largest position has, so that numbers sort as texts do. */
const SEQUENCE_DIGITS = 19;

/** Said by an attribute of its own. */
const SAID_ALREADY: ReadonlySet<string> = new Set(["version", "causationId"]);

function extensionsOf(metadata: object) {
  const entries: readonly [string, unknown][] = Object.entries(metadata);
  return Object.fromEntries(
    entries
      .filter(([key]) => !SAID_ALREADY.has(key))
      .map(([key, value]) => [key.toLowerCase().replaceAll(/[^a-z0-9]/g, ""), scalar(value)]),
  );
}

/** What an extension may hold: text, yes or no, a whole number of 32 bits. */
function scalar(value: unknown): string | boolean | number {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && (value | 0) === value) return value;
  return JSON.stringify(value);
}
