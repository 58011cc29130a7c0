import fc from "fast-check";
import { expect, test } from "vitest";
import { printStoredJson, readStoredJson, takeOut } from "./stored-json";

/** As Postgres prints jsonb: a space behind commas and colons. */
const printed = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(printed).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{${Object.entries(value)
      .map(([key, field]) => `${JSON.stringify(key)}: ${printed(field)}`)
      .join(", ")}}`;
  }
  return JSON.stringify(value);
};

test("any stored JSON prints as it was read", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = printed(value);
      expect(printStoredJson(readStoredJson(text))).toBe(text);
    }),
  );
});

test("numbers keep every digit", () => {
  const text = '{"a": 12345678901234567890.10, "b": [1.50, -0, 1e400]}';
  expect(printStoredJson(readStoredJson(text))).toBe(text);
});

test("values are taken out by pointer, through lists, and leave the rest as it was", () => {
  const text = '{"a/b": {"~": 1, "keep": 2}, "list": [{"note": "x, y", "at": 1}, {"at": 2}], "all": [1, 2]}';
  const { rest, taken } = takeOut(
    readStoredJson(text),
    "",
    new Set(["/a~1b/~0", "/list/0/note", "/list/1/note", "/all"]),
  );
  expect(printStoredJson(rest)).toBe('{"a/b": {"keep": 2}, "list": [{"at": 1}, {"at": 2}]}');
  expect([...taken]).toEqual([
    ["/a~1b/~0", "1"],
    ["/list/0/note", '"x, y"'],
    ["/all", "[1, 2]"],
  ]);
});

test.each(["", "{", '{"a" 1}', "[1 2]", "[1,", '{"a": 1} x'])("%j is no stored JSON", (text) => {
  expect(() => readStoredJson(text)).toThrow("stored JSON");
});
