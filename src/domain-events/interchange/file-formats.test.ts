import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { CloudEvent, HTTP } from "cloudevents";
import { expect, test } from "vitest";
import { catalog, categoryOf, type EventType, eventTypes } from "@/domain-events/catalog/catalog";
import { classifiedPaths, isPersonal } from "@/domain-events/catalog/field-classes";
import { entityIdsOf } from "@/domain-events/catalog/entity-ids";
import { MASK } from "@/domain-events/catalog/mask";
import { readStored } from "@/domain-events/catalog/upcast";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { asyncApiDocument } from "./asyncapi";
import { exportedFact } from "./exported-fact";
import { type ExportFormat, type ExportNotice, fileFormat } from "./file-formats";

const appUrl = "https://muster.example";
const id = "0199c8a0-1000-7000-8000-0000000000aa";
const causationId = "0199c8a0-1000-7000-8000-0000000000ab";

function logged(type: string, payload: object, metadata: object = {}): LoggedEvent {
  const correlationId = "0199c8a0-1000-7000-8000-000000000001";
  const timestamp = "2026-11-23T10:00:00.123Z";
  const source = "bookings.approve";
  return {
    position: "42",
    category: type in catalog ? categoryOf(type as EventType) : "booking",
    recordedAt: timestamp,
    expiresOn: "2033-11-23",
    depth: 0,
    schemaVersion: 1,
    causationId,
    actorId: null,
    entityIds: entityIdsOf(payload),
    read: readStored({ id, type, version: 1, timestamp, correlationId, source, payload, metadata }),
  };
}

function file(
  format: ExportFormat,
  events: readonly LoggedEvent[],
  more: { isUnmasked?: boolean; notice?: ExportNotice } = {},
) {
  const { head, line, foot } = fileFormat(format, { appUrl, handlers: ["notification", "reporting"] });
  const lines = events.map((event, index) => {
    const fact = exportedFact(event, { isUnmasked: more.isUnmasked ?? false });
    return line({ fact, about: "BK-1042", actor: MASK, handlers: { reporting: "done" } }, index === 0);
  });
  return [head, ...lines, foot(more.notice ?? null)].join("");
}

/** The events of a batch, as the official SDK reads and checks them. */
function bySdk(body: string): readonly CloudEvent<unknown>[] {
  const events = HTTP.toEvent({ headers: { "content-type": "application/cloudevents-batch+json" }, body });
  return (Array.isArray(events) ? events : [events]).map((event) => new CloudEvent(event));
}

const everything = eventTypes.map((type) =>
  logged(type, catalog[type].example, { userId: "u-1", actorRole: "admin", breakMinutes: 7.5, replay: true }),
);

test.each([true, false])(
  "the official SDK takes the batch of every type as valid events, unmasked: %s",
  (isUnmasked) => {
    const events = bySdk(file("cloudevents", everything, { isUnmasked }));
    expect(events.map(({ type }) => type)).toEqual(eventTypes);
    for (const event of events) expect(event.validate()).toBe(true);
  },
);

test("the SDK refuses an event whose attributes break the rules", () => {
  const whole = file("cloudevents", everything.slice(0, 1));
  const bent = (from: string, to: string) => () => {
    expect(whole).toContain(from);
    return bySdk(whole.replace(from, to)).map((event) => event.validate());
  };
  expect(bent("[", "[")).not.toThrow();
  expect(bent('"source":"https://muster.example/#bookings.approve",', "")).toThrow();
  expect(bent('"correlationid"', '"correlation_id"')).toThrow();
});

test("each event satisfies the schema that it points to, masked or not", () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const { components } = asyncApiDocument();
  ajv.addSchema({ components }, `${appUrl}/api/log/asyncapi.json`);
  for (const isUnmasked of [true, false]) {
    for (const { type, dataschema, data } of bySdk(file("cloudevents", everything, { isUnmasked }))) {
      const check = ajv.getSchema(dataschema ?? "");
      expect(check, type).toBeDefined();
      expect([check?.(data), check?.errors], type).toEqual([true, null]);
      expect(check?.({ surprise: 1 }), type).toBe(false);
    }
  }
});

test("an event says who recorded it where, about what, after what, and in which order", () => {
  const approved = logged("BOOKING_APPROVED", catalog.BOOKING_APPROVED.example, {
    userId: "u-1",
    actorRole: "admin",
    version: "1",
    breakMinutes: 7.5,
    corrected: true,
    override: { reason: "Asked.", by: "u-2", snapshot: {} },
  });
  const [line = ""] = file("cloudevents", [approved], { isUnmasked: true }).split("\n").slice(1);
  expect(JSON.parse(line)).toEqual({
    specversion: "1.0",
    id,
    source: "https://muster.example/#bookings.approve",
    type: "BOOKING_APPROVED",
    subject: `booking:${catalog.BOOKING_APPROVED.example.bookingId}`,
    time: "2026-11-23T10:00:00.123Z",
    datacontenttype: "application/json",
    dataschema: "https://muster.example/api/log/asyncapi.json#/components/schemas/BOOKING_APPROVED.v1",
    correlationid: "0199c8a0-1000-7000-8000-000000000001",
    causationid: causationId,
    sequence: "0000000000000000042",
    category: "booking",
    schemaversion: 1,
    userid: "u-1",
    actorrole: "admin",
    breakminutes: "7.5",
    corrected: true,
    override: '{"reason":"Asked.","by":"u-2","snapshot":{}}',
    data: catalog.BOOKING_APPROVED.example,
  });
});

test("what this release cannot read goes out without a schema and with every value masked", () => {
  const strange = logged("GUEST_INVITED", { guest: "Rosa Lind", guestId: id });
  const [event] = bySdk(file("cloudevents", [strange]));
  expect(event).toMatchObject({ type: "GUEST_INVITED", data: { guest: MASK, guestId: MASK } });
  expect(event?.dataschema).toBeUndefined();
});

/** Every value of a personal class in a type's example, as text. */
function personalTexts(type: EventType): readonly string[] {
  const personal = new Set(
    classifiedPaths(type).flatMap(({ path, fieldClass }) => (isPersonal(fieldClass) ? [path] : [])),
  );
  return leavesOf(catalog[type].example, "").flatMap(({ path, value }) =>
    personal.has(path) ? [value] : [],
  );
}

function leavesOf(node: unknown, path: string): readonly { readonly path: string; readonly value: string }[] {
  if (Array.isArray(node)) return node.flatMap((element: unknown) => leavesOf(element, path));
  if (typeof node !== "object" || node === null) return [{ path, value: String(node) }];
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    leavesOf(value, path === "" ? key : `${path}.${key}`),
  );
}

test.each(["ndjson", "csv", "cloudevents"] as const)(
  "no %s holds a text of a personal class (S-54)",
  (format) => {
    const leaks = eventTypes.flatMap((type) => {
      const { example } = catalog[type];
      const masked = file(format, [
        logged(type, example, {
          userId: "u-person",
          override: { reason: "u-reason", by: "u-by", snapshot: "u-snap" },
        }),
      ]);
      // Short words and figures stand elsewhere as well: "good", "1", "true".
      const telling = [
        ...personalTexts(type).filter((text) => text.length > 8),
        "u-person",
        "u-reason",
        "u-by",
        "u-snap",
      ];
      return telling.filter((text) => masked.includes(text)).map((text) => `${type}: ${text}`);
    });
    expect(leaks).toEqual([]);
    const open = file(format, [logged("STAFF_NO_SHOW", catalog.STAFF_NO_SHOW.example)], { isUnmasked: true });
    expect(open).toContain(catalog.STAFF_NO_SHOW.example.notes);
  },
);

test.each(["DIRECTORY_RECORD_UPDATED", "LOG_PERSONAL_DATA_VIEWED"] as const)(
  "the chain of %s, which is a person, is masked as well",
  (type) => {
    const event = logged(type, catalog[type].example);
    if (!event.read.known) throw new Error("unreadable");
    const { payload } = event.read.event;
    const person = "recordId" in payload ? payload.recordId : Reflect.get(payload, "viewedBy");
    const read = { ...event.read, event: { ...event.read.event, correlationId: String(person) } };
    const [line = ""] = file("ndjson", [{ ...event, read }]).split("\n");
    expect(line).toContain(`"correlationId":"${MASK}"`);
    expect(line).not.toContain(person);
  },
);

test("NDJSON has one whole fact per line", () => {
  const lines = file("ndjson", everything, { isUnmasked: true }).trimEnd().split("\n");
  expect(lines).toHaveLength(eventTypes.length);
  expect(lines.map((line) => (JSON.parse(line) as { payload: unknown }).payload)).toEqual(
    eventTypes.map((type) => catalog[type].example),
  );
});

test("CSV names its zone in the head and defuses what a spreadsheet would run (U-15, S-23)", () => {
  const hostile = logged("BOOKING_CREATED", { ...catalog.BOOKING_CREATED.example, title: '=1+1,"x"' });
  const [head = "", row = ""] = file("csv", [{ ...hostile, position: "=7" }], { isUnmasked: true }).split(
    "\r\n",
  );
  expect(head).toBe(
    "\uFEFFTime (UTC),Type,About,Actor,Actor role,Handler notification,Handler reporting,Category,Source,Id," +
      "Correlation id,Caused by,Position,Version,Kept until (UTC),Payload (JSON),Metadata (JSON)",
  );
  expect(row).toMatch(
    /^2026-11-23T10:00:00\.123Z,BOOKING_CREATED,BK-1042,masked,,,done,booking,bookings\.approve,/,
  );
  expect(row).toContain(",'=7,");
  expect(row).toContain('"{""bookingId""');
});

test.each(["ndjson", "csv", "cloudevents"] as const)(
  "%s says on its last line that it stops short",
  (format) => {
    const notice = { reason: "limit", facts: 2, message: "This file stops after 2 log entries." } as const;
    const stopped = file(format, everything.slice(0, 2), { notice });
    expect(stopped).toContain(notice.message);
    if (format === "cloudevents") {
      expect(bySdk(stopped).map((event) => [event.type, event.validate()])).toEqual([
        [eventTypes[0], true],
        [eventTypes[1], true],
        ["LOG_EXPORT_STOPPED", true],
      ]);
    }
  },
);

test.each(["ndjson", "csv", "cloudevents"] as const)("an empty %s is a whole file", (format) => {
  const empty = file(format, []);
  expect(empty.split("\r\n").length).toBe(format === "csv" ? 2 : 1);
  if (format === "cloudevents") expect(JSON.parse(empty)).toEqual([]);
});
