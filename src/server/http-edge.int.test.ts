import superjson from "superjson";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { newId } from "@/commands/new-id";
import { sql } from "@/db/sql";
import { handleImportUpload } from "@/server/imports/import-endpoint";
import { handleAsyncApi } from "@/server/log-catalog/asyncapi-endpoint";
import { handleLogExport } from "@/server/log-export/export-endpoint";
import { type Permission, permissions } from "@/server/permissions";
import { handlePolicyReport } from "@/server/policy-reports";
import { handleReadiness } from "@/server/health";
import { handleTrpc } from "@/server/trpc-endpoint";
import { actorNames, cookieFor, cookieOf, insertSession, isSignedOut, people } from "@/testing/matrix/actors";
import { answerOf, call, callRaw, origin, rpcRequest } from "@/testing/matrix/call";
import { catchLog, lines } from "@/testing/matrix/log-lines";
import { procedures } from "@/testing/matrix/procedures";
import type { Probes } from "@/testing/matrix/probe";
import { makeProbes } from "@/testing/matrix/probes";
import { createMatrixWorld, type MatrixWorld } from "@/testing/matrix/world";

let world: MatrixWorld;
let probes: Probes;
const admin = () => ({ cookie: cookieFor("admin") ?? "" });

beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
  probes = await makeProbes(world);
});
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => world.close());

const chosenByTheClient = newId();
const json = (input: unknown) => JSON.stringify(superjson.serialize(input));

describe("where a request comes from", () => {
  const send = (headers: Readonly<Record<string, string>>) =>
    handleTrpc(rpcRequest("notifications.markRead", json({ kind: "all" }), { ...admin(), ...headers }));

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }, 403],
    ["another subdomain", { "sec-fetch-site": "same-site" }, 403],
    ["an address bar", { "sec-fetch-site": "none" }, 403],
    ["another site, which names our origin", { "sec-fetch-site": "cross-site", origin }, 403],
    ["nowhere", { origin: "null" }, 403],
    ["another origin", { origin: "https://elsewhere.example" }, 403],
    ["our own pages", { "sec-fetch-site": "same-origin" }, 200],
    ["our own origin, in an old browser", { origin }, 200],
    ["no browser", {}, 200],
  ])("%s", async (_, headers, status) => {
    expect((await send(headers)).status).toBe(status);
  });

  test.each([
    "text/plain",
    "multipart/form-data; boundary=x",
    "application/x-www-form-urlencoded",
    "application/octet-stream",
  ])("%s is not read, with or without a foreign origin", async (type) => {
    expect((await send({ "content-type": type })).status).toBe(415);
    expect((await send({ "content-type": type, "sec-fetch-site": "cross-site" })).status).toBe(403);
  });
});

describe("what does not reach a procedure", () => {
  test("a batch of 500 calls, and one of 11", async () => {
    for (const size of [500, 11]) {
      const paths = Array.from({ length: size }, () => "account.me").join(",");
      const response = await handleTrpc(rpcRequest(`${paths}?batch=1`, "{}", admin()));
      expect(response.status).toBe(400);
      expect(response.headers.get("x-request-id")).toMatch(/.{8}/);
    }
    const ten = Array.from({ length: 10 }, () => "account.me").join(",");
    expect((await handleTrpc(rpcRequest(`${ten}?batch=1`, "{}", admin()))).status).toBe(200);
  });

  test("a mutation by GET, whichever it is", async () => {
    const mutations = procedures.filter(({ type }) => type === "mutation");
    expect(mutations.length).toBeGreaterThan(20);
    for (const { path } of mutations) {
      const response = await handleTrpc(
        new Request(`${origin}/api/trpc/${path}?input=${json({})}`, { headers: admin() }),
      );
      expect([path, response.status]).toEqual([path, 405]);
    }
  });

  test.each([
    ["no JSON", "{"],
    ["nothing", ""],
    ["a bare word of JSON", "7"],
    ["a list", "[]"],
    ["null", "null"],
    ["no superjson", '{"bookingId":"x"}'],
    ["a wrong map of types", '{"json":{"bookingId":"x"},"meta":{"values":{"bookingId":["Date","Map"]}}}'],
    [
      "a path into the prototype",
      '{"json":{"bookingId":"x"},"meta":{"values":{"__proto__.polluted":["undefined"]}}}',
    ],
    [
      "an equality with the prototype",
      '{"json":{"bookingId":"x"},"meta":{"referentialEqualities":{"bookingId":["__proto__.polluted","constructor.prototype.polluted"]}}}',
    ],
    [
      "a class that is not registered",
      '{"json":{"bookingId":"x"},"meta":{"values":{"bookingId":[["class","Actor"]]}}}',
    ],
    ["a key of the prototype", '{"json":{"bookingId":"x","__proto__":{"polluted":1}}}'],
    ["deep nesting", `{"json":${"[".repeat(50_000)}${"]".repeat(50_000)}}`],
  ])("a body that is %s", async (_, body) => {
    const answer = await callRaw("bookings.byId", body, cookieFor("admin"));
    expect(answer).toMatchObject({
      status: 400,
      error: { code: "INVALID", message: expect.stringMatching(/\.$/) },
    });
    expect(answer.error?.requestId).toMatch(/.{8}/);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(lines.filter((line) => line.includes("call failed"))).toEqual([]);
  });

  test("a body of 3 MB, announced or not", async () => {
    const body = json({ bookingId: "x".repeat(3 * 1024 * 1024) });
    const request = rpcRequest("bookings.byId", body, admin());
    expect((await handleTrpc(request)).status).toBe(413);
    const announced = rpcRequest("bookings.byId", "{}", {
      ...admin(),
      "content-length": String(body.length),
    });
    expect((await handleTrpc(announced)).status).toBe(413);
    const just = json({ bookingId: "x".repeat(2 * 1024 * 1024 - 100) });
    expect((await handleTrpc(rpcRequest("bookings.byId", just, admin()))).status).toBe(400);
  });

  test("a procedure that does not exist", async () => {
    for (const path of ["bookings.remove", "nothing", "__proto__", "constructor", "bookings", "a%2Cb"]) {
      const answer = await call(path, {}, cookieFor("admin"));
      expect([path, answer.status, answer.error?.code]).toEqual([path, 404, "NOT_FOUND"]);
      expect(answer.text).not.toContain("procedure");
    }
  });
});

describe("a refusal", () => {
  const shapes = {
    INVALID: [400, "bookings.byId", () => ({ bookingId: "7" }), "admin"],
    FORBIDDEN: [403, "log.search", () => ({}), "clientA"],
    NOT_FOUND: [404, "bookings.byId", () => ({ bookingId: newId() }), "admin"],
    RULE_VIOLATED: [422, "bookings.submit", () => world.bookings.cancelled, "clientA"],
    CONFLICT: [
      409,
      "bookings.cancel",
      () => ({ ...world.bookings.draft, version: 99, reason: "Late." }),
      "clientA",
    ],
    SIGNED_OUT: [401, "account.me", () => undefined, "anonymous"],
  } as const;

  test.each(Object.entries(shapes))(
    "%s has a status, a code, a sentence and the request's id",
    async (code, [status, path, input, actor]) => {
      const cookie = cookieFor(actor);
      const headers = { "x-request-id": chosenByTheClient, ...(cookie !== null && { cookie }) };
      const response = await handleTrpc(rpcRequest(path, json(input()), headers));
      const requestId = response.headers.get("x-request-id");
      expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
      expect(requestId).not.toBe(chosenByTheClient);
      expect(response.headers.get("cache-control")).toContain("no-store");
      const { error, text } = await answerOf(response);
      expect(response.status).toBe(status);
      expect(error).toMatchObject({ code, requestId, message: expect.stringMatching(/^\p{Lu}.*\.$/u) });
      if (code === "RULE_VIOLATED") expect(error?.rule).toMatch(/^[a-z_]+$/);
      if (code === "INVALID") expect(Object.keys(error?.fields ?? {})).toEqual(["bookingId"]);
      expect(text).not.toMatch(/stack|node_modules|TRPC/);
    },
  );
});

describe("an unexpected error", () => {
  const secret = "planted-secret-10.0.0.7";
  const asked = Object.keys(permissions).filter(
    (row) =>
      !["account.me", "account.permissions", "live.changes", "log.catalogue", "log.tail"].includes(row),
  ) as Permission[];

  afterEach(() => vi.restoreAllMocks());

  /** Everything but the question who is asking fails, and the failure says too much. */
  function breakDatabase(): void {
    const { database } = world.staged;
    const failure = () =>
      Object.assign(new Error(`relation "${secret}" does not exist`), { detail: secret, table: secret });
    const query = database.query.bind(database);
    vi.spyOn(database, "query").mockImplementation((statement) =>
      statement.text.includes("touched AS") ? query(statement) : Promise.reject(failure()),
    );
    vi.spyOn(database, "execute").mockRejectedValue(failure());
    vi.spyOn(database, "transaction").mockRejectedValue(failure());
    vi.spyOn(database, "prisma", "get").mockImplementation(() => {
      throw failure();
    });
  }

  test.each(asked)("within %s leaves as a general sentence with the request's id", async (path) => {
    breakDatabase();
    const probe = probes[path];
    const input = probe.kind === "record" ? probe.targets[0]?.input : probe.input;
    // One's own shifts are nobody else's, not even an admin's.
    const cookie = cookieFor(permissions[path].admin === "deny" ? "agent" : "admin") ?? "";
    const response = await handleTrpc(rpcRequest(path, json(input), { cookie }));
    const requestId = response.headers.get("x-request-id") ?? "";
    const answer = await answerOf(response);
    expect(answer.error).toMatchObject({ code: "FAILED", requestId });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain(secret);
    expect(answer.text).not.toMatch(/relation|stack|\.ts\b/);
    expect(lines.filter((line) => line.includes(requestId) && line.includes("call failed"))).toHaveLength(1);
  });
});

describe("who somebody is, is read anew for each call (S-7)", () => {
  const change = async (statement: ReturnType<typeof sql>) => {
    await world.staged.database.execute(statement);
  };
  const codeOf = async (path: string, cookie: string) => (await call(path, {}, cookie)).error?.code ?? "OK";

  test("role, deactivation and the end of the session count from the next call", async () => {
    const { otherAdmin } = people;
    const sessionId = newId();
    await insertSession(world.staged.database, sessionId, otherAdmin.id);
    const cookie = cookieOf(sessionId);
    expect(await codeOf("reports.overview", cookie)).toBe("OK");
    await change(sql`UPDATE person SET role = 'manager' WHERE id = ${otherAdmin.id}`);
    expect(await codeOf("reports.overview", cookie)).toBe("FORBIDDEN");
    await change(sql`UPDATE person SET role = 'admin' WHERE id = ${otherAdmin.id}`);
    expect(await codeOf("reports.overview", cookie)).toBe("OK");
    await change(sql`UPDATE person SET active = false WHERE id = ${otherAdmin.id}`);
    expect(await codeOf("reports.overview", cookie)).toBe("SIGNED_OUT");
    await change(sql`UPDATE person SET active = true WHERE id = ${otherAdmin.id}`);
    await change(sql`DELETE FROM auth_session WHERE id = ${sessionId}`);
    expect(await codeOf("reports.overview", cookie)).toBe("SIGNED_OUT");
  });

  test("another client's person sees the other client's bookings from the next call on", async () => {
    const { clientB } = people;
    const cookie = cookieFor("clientB");
    const { bookingId } = world.bookings.draft;
    const read = async () => (await call("bookings.byId", { bookingId }, cookie)).error?.code ?? "OK";
    expect(await read()).toBe("NOT_FOUND");
    await change(sql`UPDATE person SET client_id = ${people.clientA.clientId} WHERE id = ${clientB.id}`);
    expect(await read()).toBe("OK");
    await change(sql`UPDATE person SET client_id = ${clientB.clientId} WHERE id = ${clientB.id}`);
    expect(await read()).toBe("NOT_FOUND");
  });

  test("a change of rights in the directory ends the person's sessions, and nobody takes their own away", async () => {
    const { agent, admin } = people;
    const sessionId = newId();
    await insertSession(world.staged.database, sessionId, agent.id);
    const update = async (recordId: string, fields: object) => {
      const { data } = await call("directory.people.byId", { recordId }, cookieFor("admin"));
      const { name, email, version, role } = data as Record<"name" | "email" | "version" | "role", unknown>;
      const input = { recordId, version, fields: { name, email, role, ...fields } };
      return (await call("directory.people.update", input, cookieFor("admin"))).error?.code ?? "OK";
    };
    await world.staged.rolledBack(async () => {
      expect(await update(agent.id, { name: "Bo Renamed" })).toBe("OK");
      expect(await codeOf("account.me", cookieOf(sessionId))).toBe("OK");
    });
    await world.staged.rolledBack(async () => {
      expect(await update(agent.id, { role: "manager" })).toBe("OK");
      expect(await codeOf("account.me", cookieOf(sessionId))).toBe("SIGNED_OUT");
    });
    for (const fields of [{ role: "manager" }, { active: false }]) {
      expect(await update(admin.id, fields)).toBe("RULE_VIOLATED");
    }
  });

  test.each([
    ["a changed signature", (cookie: string) => `${cookie.slice(0, -6)}AAAAAA`],
    ["a second cookie of the name", (cookie: string) => `${cookie}; ${cookie}`],
    ["a token of nobody", () => cookieOf(newId())],
  ])("a cookie with %s is nobody's", async (_, bend) => {
    expect(await codeOf("account.me", bend(cookieFor("admin") ?? ""))).toBe("SIGNED_OUT");
  });
});

describe("the other doors", () => {
  test.each(actorNames)("the upload of an import, by %s", async (actor) => {
    const cookie = cookieFor(actor);
    const upload = new Request(`${origin}/api/imports`, {
      method: "POST",
      headers: { "content-type": "text/csv", "x-file-name": "tour.csv", ...(cookie !== null && { cookie }) },
      body: "id,title\n1,Tour\n",
    });
    const response = await handleImportUpload(upload);
    const mayUpload = !isSignedOut(actor) && people[actor].role === "admin";
    expect(response.status).toBe(isSignedOut(actor) ? 401 : mayUpload ? 201 : 403);
    expect(Object.keys(await response.json())).toEqual([mayUpload ? "fileId" : "error"]);
  });

  test.each(actorNames)("the log as a file and its AsyncAPI document, by %s", async (actor) => {
    const cookie = cookieFor(actor);
    const headers = cookie === null ? {} : { cookie };
    const file = await handleLogExport(
      new Request(`${origin}/api/log/export`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ format: "ndjson", filter: { range: "all" } }),
      }),
    );
    const document = await handleAsyncApi(new Request(`${origin}/api/log/asyncapi.json`, { headers }));
    const status = isSignedOut(actor) ? 401 : people[actor].role === "admin" ? 200 : 403;
    expect([file.status, document.status]).toEqual([status, status]);
    const holdsFacts = (await file.text()).includes("BOOKING_CREATED");
    const holdsTypes = (await document.text()).includes("BOOKING_CREATED");
    expect([holdsFacts, holdsTypes]).toEqual([status === 200, status === 200]);
  });

  test("anybody may ask whether the server is ready, and learns nothing else", async () => {
    const response = await handleReadiness();
    const body: unknown = await response.json();
    for (const key of Object.keys(body as object)) expect(["status", "failing"]).toContain(key);
    expect(JSON.stringify(body)).not.toMatch(/\d{2,}|postgres|127\.|version/i);
  });

  test("a policy report is taken from anybody and answered with nothing", async () => {
    const report = new Request(`${origin}/api/csp-reports`, {
      method: "POST",
      headers: { "content-type": "application/reports+json", "content-length": "2" },
      body: "[]",
    });
    const response = await handlePolicyReport(report);
    expect([response.status, await response.text()]).toEqual([204, ""]);
  });
});
