import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExactJson, printExactJson } from "./exact-json";

test("a number that a double would change is printed as it was written", () => {
  for (const written of ["9007199254740993", "-12345678901234567890.5", "0.12345678901234567891"]) {
    const text = `{\n  "n": ${written}\n}`;
    expect(printExactJson(parseExactJson(text))).toBe(text);
  }
});

test("a number that a double holds stays a number, text that looks like one stays text", () => {
  expect(parseExactJson('{"a": 12, "b": 1.50, "c": "9007199254740993", "d": [-0.5, 1e3]}')).toEqual({
    a: 12,
    b: 1.5,
    c: "9007199254740993",
    d: [-0.5, 1_000],
  });
  expect(printExactJson(parseExactJson('"a \\"9007199254740993\\" b"'))).toBe('"a \\"9007199254740993\\" b"');
});

test("any value that JSON can carry is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = JSON.stringify(value);
      expect(JSON.parse(printExactJson(parseExactJson(text)))).toEqual(JSON.parse(text));
    }),
  );
});
