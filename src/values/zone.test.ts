import { expect, it } from "vitest";
import { isZone } from "./zone";

it("a zone is known by its name only", () => {
  expect(["Europe/Berlin", "Etc/UTC", "UTC", "America/Argentina/Buenos_Aires"].map(isZone)).toEqual(
    Array(4).fill(true),
  );
  expect(
    ["", "Europe/Atlantis", "+02:00", "Berlin time", "constructor", "x".repeat(100)].map(isZone),
  ).toEqual(Array(6).fill(false));
});
