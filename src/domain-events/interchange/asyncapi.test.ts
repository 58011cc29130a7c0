import { Parser } from "@asyncapi/parser";
import { describe, expect, test } from "vitest";
import { CATEGORIES, catalog, eventTypes } from "@/domain-events/catalog/catalog";
import { hears } from "@/domain-events/routing";
import { asyncApiDocument } from "./asyncapi";

const WARNING = 1;

/** What the official parser objects to, with errors and warnings but without hints. */
async function parsed(whole: unknown) {
  const { document, diagnostics } = await new Parser().parse(JSON.stringify(whole));
  const grave = diagnostics.filter(({ severity }) => severity <= WARNING);
  return { document, objections: grave.map(({ path, message }) => `${path.join(".")}: ${message}`) };
}

describe("the official parser", () => {
  test("accepts the document and finds every channel, message and operation in it", async () => {
    const { document, objections } = await parsed(asyncApiDocument());
    expect(objections).toEqual([]);
    const ids = (all: readonly { id(): string | undefined }[] = []) => all.map((one) => one.id());
    expect(ids(document?.channels().all())).toEqual([...CATEGORIES]);
    expect(new Set(ids(document?.messages().all()))).toEqual(new Set(eventTypes));
    expect(ids(document?.operations().all())).toEqual(Object.keys(asyncApiDocument().operations));
  });

  test.each([
    ["listen", "#/channels/booking", /action/],
    ["send", "#/channels/parties", /parties/],
    ["send", "#/channels/booking", null],
  ])("an operation to %s on %s meets %s", async (action, $ref, objection) => {
    const { id, asyncapi, info, channels, components } = asyncApiDocument();
    // The fewer messages, the sooner it is parsed.
    const { BOOKING_CREATED } = components.messages;
    const booking = { ...channels["booking"], messages: { BOOKING_CREATED } };
    const operations = { planted: { action, channel: { $ref } } };
    const { objections } = await parsed({
      id,
      asyncapi,
      info,
      channels: { booking },
      operations,
      components,
    });
    if (objection === null) expect(objections).toEqual([]);
    else expect(objections.join("\n")).toMatch(objection);
  });
});

describe("the operations", () => {
  const operations = Object.entries(asyncApiDocument().operations);
  const typesOf = (prefix: string) =>
    operations
      .filter(([name]) => name.startsWith(prefix))
      .flatMap(([, { messages }]) => messages.map(({ $ref }) => $ref.slice($ref.lastIndexOf("/") + 1)));

  test.each(["notification", "workflow", "reporting"] as const)(
    "%s receives what the routes send it",
    (handler) => {
      expect(typesOf(`receive.${handler}.`)).toEqual(eventTypes.filter((type) => hears(handler, type)));
    },
  );

  test("each source sends what the catalog says, each on the channel of its category", () => {
    const sent = eventTypes.flatMap((type) =>
      catalog[type].sources.map((source) => `send.${source}.${catalog[type].category} ${type}`),
    );
    const sends = operations
      .filter(([name]) => name.startsWith("send."))
      .flatMap(([name]) => typesOf(name).map((type) => `${name} ${type}`));
    expect(sends.sort()).toEqual(sent.sort());
  });
});
