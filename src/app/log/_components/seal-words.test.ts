import { expect, test } from "vitest";
import { sealWords } from "./seal-words";

test("a day says how far its proof has come", () => {
  const verifiedAt = "2026-11-27T21:04:09.123Z";
  expect(sealWords({ standing: "verified", verifiedAt })).toBe("Sealed, verified 2026-11-27 21:04 UTC");
  expect(sealWords({ standing: "altered", verifiedAt })).toBe("Altered, found 2026-11-27 21:04 UTC");
  const never = (standing: "waiting" | "so-far" | "sealed") => sealWords({ standing, verifiedAt: null });
  expect([never("waiting"), never("so-far"), never("sealed")]).toEqual([
    "Not sealed yet",
    "Sealed so far",
    "Sealed, not verified yet",
  ]);
});
