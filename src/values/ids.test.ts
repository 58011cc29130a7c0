import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { derivedId } from "./derived-id";
import { idSchema, isUuid, uuidv7 } from "./ids";

const tenBytes = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe("uuidv7", () => {
  it("matches the example of RFC 9562, appendix A.6", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuidv7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("sorts by time and is always a UUID", () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 31 - 1),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        tenBytes,
        tenBytes,
        (now, later, a, b) => {
          const [first, second] = [uuidv7(now, a), uuidv7(now + later, b)];
          expect(first < second).toBe(true);
          expect(isUuid(first) && idSchema.safeParse(second).success).toBe(true);
        },
      ),
    );
  });

  it("refuses a time of more than 48 bits and too little randomness", () => {
    expect(() => uuidv7(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidv7(1.5, new Uint8Array(10))).toThrow(RangeError);
    expect(() => uuidv7(1, new Uint8Array(9))).toThrow(RangeError);
  });
});

describe("derivedId", () => {
  const cause = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";

  it("gives the same id for the same cause and name, another for any other", () => {
    expect(derivedId(cause, "instance:1")).toBe(derivedId(cause.toUpperCase(), "instance:1"));
    expect(derivedId(cause, "instance:1")).not.toBe(derivedId(cause, "instance:2"));
    expect(isUuid(derivedId(cause, "instance:1"))).toBe(true);
  });

  it("never changes: stored ids depend on it", () => {
    expect(derivedId(cause, "instance:1")).toBe("017f22e2-79b0-78ee-ae00-35d950caa689");
  });
});

describe("idSchema", () => {
  it("reads either case as lower case and refuses everything else", () => {
    expect(idSchema.parse("017F22E2-79B0-7CC3-98C4-DC0C0C07398F")).toBe(
      "017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
    );
    for (const bad of [
      "",
      "1",
      "017f22e2-79b0-7cc3-08c4-dc0c0c07398f",
      " 017f22e2-79b0-7cc3-98c4-dc0c0c07398f",
      {},
    ]) {
      expect(idSchema.safeParse(bad).success).toBe(false);
    }
  });
});
