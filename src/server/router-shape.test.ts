import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { procedures } from "@/testing/matrix/procedures";
import { permissions } from "./permissions";

/** What every procedure has to have, taken from the router itself (S-1, S-4, S-15). */

/** View state and one's own account: repeating them changes nothing more. */
const WITHOUT_KEY = [
  "account.endSession",
  "account.endOtherSessions",
  "account.changePassword",
  "notifications.markRead",
  "staffing.makeCalendarFeed",
  "staffing.endCalendarFeed",
  "views.save",
  "views.remove",
  "views.setDefault",
];
const READS =
  /^(arrivals|atEvent|availability|board|byCode|byId|calendar|calendarFeed|candidates|catalogue|choices|conflicts|crew|deliveries|eventCode|forEvent|handlers|holds|kitUtilisation|lines|list|listForEvent|managerChoices|me|mine|monitoring|myAssignments|overview|parked|permissions|person|places|plan|preparation|preview\w+|profile|radar|readiness|record|related|replayPreview|retention|retryPreview|scan|seals|search|sessions|shortages|staff|story|suggest|templates?|timeline|timesheet|unread|ways|import(File|Preview|Refused|Runs|Status))$/;
const PAGE_MAX = 200;
/** What an integer column holds. */
const INTEGER_MAX = 2 ** 31 - 1;

test("each procedure names the row of the matrix that bears its path", () => {
  expect(procedures.map(({ path, meta }) => [path, meta?.permission])).toEqual(
    procedures.map(({ path }) => [path, path]),
  );
});

test("each row of the matrix has a procedure", () => {
  expect(procedures.map(({ path }) => path).sort()).toEqual(Object.keys(permissions).sort());
});

test("what reads is a query, what changes is a mutation", () => {
  const expected = ({ path }: { readonly path: string }) => {
    const name = path.slice(path.lastIndexOf(".") + 1);
    return name === "changes" || name === "tail" ? "subscription" : READS.test(name) ? "query" : "mutation";
  };
  expect(procedures.map(({ path, type }) => `${path} ${type}`)).toEqual(
    procedures.map((procedure) => `${procedure.path} ${expected(procedure)}`),
  );
});

describe.each(procedures.filter(({ inputs }) => inputs.length > 0))(
  "the input of $path",
  ({ path, type, inputs }) => {
    const [input] = inputs;
    const parts = input ? partsOf(input, "") : [];

    test("is one schema of strict objects", () => {
      expect(inputs).toHaveLength(1);
      expect(parts.filter(({ schema }) => isLooseObject(schema)).map((part) => part.path)).toEqual([]);
      expect(parts.filter(({ schema }) => isAnything(schema)).map((part) => part.path)).toEqual([]);
    });

    test("bounds every list and every number in it", () => {
      const open = parts.filter(({ schema }) => isOpenList(schema) || isOpenNumber(schema));
      expect(open.map((part) => part.path)).toEqual([]);
    });

    test("has a hard limit where it asks for a page", () => {
      const limit = parts.find((part) => part.path === ".limit");
      if (/\.(list|search|related)$/.test(path)) expect(limit).toBeDefined();
      if (limit) {
        expect(z.core.safeParse(limit.schema, PAGE_MAX + 1).success).toBe(false);
        expect(z.core.safeParse(limit.schema, 0).success).toBe(false);
      }
    });

    test("takes an idempotency key where it changes something", () => {
      const isKeyed = parts.some((part) => part.path === ".idempotencyKey");
      expect(isKeyed).toBe(type === "mutation" && !WITHOUT_KEY.includes(path));
    });
  },
);

test("there are no other doors than these, each with its cells in http-edge or the tests of sign-in", () => {
  const app = fileURLToPath(new URL("../app", import.meta.url));
  const doors = readdirSync(app, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith("route.ts"),
  );
  expect(doors.sort()).toEqual([
    "api/auth/[...all]/route.ts",
    "api/csp-reports/route.ts",
    "api/health/live/route.ts",
    "api/health/ready/route.ts",
    "api/imports/route.ts",
    "api/log/asyncapi.json/route.ts",
    "api/log/export/route.ts",
    "api/metrics/route.ts",
    "api/photos/route.ts",
    "api/timesheets/route.ts",
    "api/trpc/[trpc]/route.ts",
    "calendar/[file]/route.ts",
    "photos/[photoId]/route.ts",
  ]);
});

test("mutations without an input are the ones that need no key", () => {
  const bare = procedures.filter(({ type, inputs }) => type === "mutation" && inputs.length === 0);
  for (const { path } of bare) expect(WITHOUT_KEY).toContain(path);
});

interface Part {
  readonly path: string;
  readonly schema: z.core.$ZodType;
}

/** A schema and every schema inside of it. */
function partsOf(schema: z.core.$ZodType, path: string): readonly Part[] {
  return [{ path, schema }, ...insideOf(schema, path)];
}

function insideOf(schema: z.core.$ZodType, path: string): readonly Part[] {
  if (schema instanceof z.ZodObject) {
    return Object.entries<z.core.$ZodType>(schema.shape).flatMap(([key, inner]) =>
      partsOf(inner, `${path}.${key}`),
    );
  }
  if (schema instanceof z.ZodArray) return partsOf(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) {
    return [...partsOf(schema.keyType, `${path}{key}`), ...partsOf(schema.valueType, `${path}{}`)];
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => partsOf(option, path));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  ) {
    return partsOf(schema.unwrap(), path);
  }
  if (schema instanceof z.ZodPipe) return partsOf(schema.in, path);
  return [];
}

const LEAVES = [z.ZodString, z.ZodNumber, z.ZodBoolean, z.ZodEnum, z.ZodLiteral, z.ZodStringFormat] as const;

/** Nothing that `insideOf` cannot look into, and no `any`. */
function isAnything(schema: z.core.$ZodType): boolean {
  return (
    insideOf(schema, "").length === 0 &&
    !LEAVES.some((leaf) => schema instanceof leaf) &&
    !isEmptyObject(schema)
  );
}

function isEmptyObject(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;
}

function isLooseObject(schema: z.core.$ZodType): boolean {
  return schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever);
}

/** The size of a record has no check of its own: it is bounded by a refinement. */
function isOpenList(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodRecord) return checksOf(schema).length === 0;
  return schema instanceof z.ZodArray && checksOf(schema).every((check) => check !== "max_length");
}

function isOpenNumber(schema: z.core.$ZodType): boolean {
  if (!(schema instanceof z.ZodNumber)) return false;
  const { minValue, maxValue } = schema;
  return minValue === null || maxValue === null || minValue < -INTEGER_MAX || maxValue > INTEGER_MAX;
}

function checksOf(schema: z.core.$ZodType): readonly string[] {
  return (schema._zod.def.checks ?? []).map((check) => check._zod.def.check);
}
