import * as z from "zod";
import {
  CATEGORIES,
  type Category,
  catalog,
  categoryOf,
  type EventType,
  eventTypes,
} from "@/domain-events/catalog/catalog";
import { envelopeSchema, storedMetadataSchema } from "@/domain-events/catalog/envelope";
import { retentionPolicy } from "@/domain-events/retention/policy";
import { type HandlerName, handlerTraits, hears, routes } from "@/domain-events/routing";
import { jsonSchema, payloadSchema } from "./payload-schema";

/**
 * The log as an AsyncAPI 3.0 document (https://www.asyncapi.com/docs/reference/specification/v3.0.0), from the
 * catalog: a channel per category, a message per type, an operation per source that sends on it and per handler
 * that receives from it. The same for every installation.
 */
export function asyncApiDocument() {
  return {
    asyncapi: "3.0.0",
    id: "urn:muster:event-log",
    info: {
      title: "Muster event log",
      version: "1.0.0",
      description:
        "Every fact that Muster records. A name of a schema holds the version of the payload it describes; " +
        `what a reader may not see reads "masked". ${CLASS_NOTE}`,
    },
    defaultContentType: "application/json",
    channels: Object.fromEntries(CATEGORIES.map((category) => [category, channel(category)])),
    operations: Object.fromEntries([...sends(), ...receives()]),
    components: {
      messages: Object.fromEntries(eventTypes.map((type) => [type, message(type)])),
      schemas: {
        envelope: envelope(),
        ...Object.fromEntries(eventTypes.map((type) => [schemaName(type), payloadSchema(type)])),
      },
    },
  };
}

const CLASS_NOTE = "x-data-class says what a field may tell about a person.";

/** Where the document is served. */
export const ASYNCAPI_PATH = "/api/log/asyncapi.json";

/** The fragment of the document that describes the payload of a type, in today's version. */
export function schemaFragment(type: EventType): string {
  return `#/components/schemas/${schemaName(type)}`;
}

function schemaName(type: EventType): string {
  return `${type}.v${catalog[type].version}`;
}

function typesOf(category: Category): readonly EventType[] {
  return eventTypes.filter((type) => categoryOf(type) === category);
}

function channel(category: Category) {
  const { yearsKept } = retentionPolicy[category];
  return {
    address: `event_log/${category}`,
    title: `Facts of the category ${category}`,
    description: `Kept for ${yearsKept} ${yearsKept === 1 ? "year" : "years"} from the append.`,
    messages: Object.fromEntries(
      typesOf(category).map((type) => [type, { $ref: `#/components/messages/${type}` }]),
    ),
  };
}

function message(type: EventType) {
  const { meaning, extension, example, sources } = catalog[type];
  return {
    name: type,
    title: type,
    summary: meaning,
    contentType: "application/json",
    tags: [{ name: extension ? "extension" : "event schema" }],
    correlationId: { location: "$message.header#/correlationId" },
    headers: { $ref: "#/components/schemas/envelope" },
    payload: { $ref: schemaFragment(type) },
    examples: [{ name: "complete", summary: `Sent by ${sources.join(", ")}`, payload: example }],
    "x-handlers": routes[type],
  };
}

/** All of the envelope but the payload. */
function envelope() {
  const headers = envelopeSchema.extend({
    type: z.enum(eventTypes),
    metadata: storedMetadataSchema.exactOptional(),
  });
  return { title: "Envelope", description: "What stands around the payload.", ...jsonSchema(headers) };
}

function operation(action: "send" | "receive", category: Category, types: readonly EventType[]) {
  return {
    action,
    channel: { $ref: `#/channels/${category}` },
    messages: types.map((type) => ({ $ref: `#/channels/${category}/messages/${type}` })),
  };
}

function sends() {
  const bySource = new Map<string, EventType[]>();
  for (const type of eventTypes) {
    for (const source of catalog[type].sources) {
      const name = `${source}.${categoryOf(type)}`;
      bySource.set(name, [...(bySource.get(name) ?? []), type]);
    }
  }
  return [...bySource].map(([name, types]) => {
    const source = name.slice(0, name.lastIndexOf("."));
    const title = `${source} records`;
    return [`send.${name}`, { title, ...operation("send", categoryOfAll(types), types) }] as const;
  });
}

function categoryOfAll([first]: readonly EventType[]): Category {
  if (first === undefined) throw new Error("an operation without a type");
  return categoryOf(first);
}

function receives() {
  const handlers: readonly string[] = Object.keys(handlerTraits);
  return handlers.filter(isHandler).flatMap((handler) =>
    CATEGORIES.map((category) => ({
      category,
      types: typesOf(category).filter((type) => hears(handler, type)),
    }))
      .filter(({ types }) => types.length > 0)
      .map(({ category, types }) => {
        const { order } = handlerTraits[handler];
        const description = `Once in effect, ${order === "none" ? "in any order" : "in order within a correlation"}.`;
        const title = `${handler} reacts`;
        return [
          `receive.${handler}.${category}`,
          { title, description, ...operation("receive", category, types) },
        ] as const;
      }),
  );
}

function isHandler(name: string): name is HandlerName {
  return Object.hasOwn(handlerTraits, name);
}
