import { expect, test } from "vitest";
import { venue } from "@/testing/builders/attendance";
import { positionInput } from "@/modules/staffing/inputs/attendance";
import { distanceBetweenM, gradePosition, venuePosition } from "./position";

/** Degrees of latitude in so many metres. */
const north = (metres: number) => venue.position.latitude + metres / 111_195;
const at = (metres: number, accuracy: number) => ({
  latitude: north(metres),
  longitude: venue.position.longitude,
  accuracy,
});

test.each([
  ["in the middle", at(0, 12), "inside"],
  ["with its whole circle within the fence", at(100, 49), "inside"],
  ["with a circle that crosses the fence from within", at(100, 60), "doubtful"],
  ["with a circle that crosses the fence from without", at(200, 60), "doubtful"],
  ["with no point within the fence", at(300, 60), "outside"],
  ["with a circle so wide that it proves nothing", at(0, 501), "outside"],
  ["that nobody gave", null, "unverified"],
])("a position %s", (_name, position, grade) => {
  expect(gradePosition(position, venue).grade).toBe(grade);
});

test("a venue without a position verifies nobody, and is everywhere in facts", () => {
  const unknown = { position: null, radiusM: 150 };
  expect(gradePosition(at(0, 12), unknown)).toEqual({ grade: "unverified", distanceM: null });
  expect(venuePosition(unknown)).toEqual({ latitude: 0, longitude: 0, accuracy: 20_037_508 });
  expect(venuePosition(venue)).toEqual({ ...venue.position, accuracy: 150 });
});

test("distances are those along the earth, also over the date line", () => {
  // Bryant Park to Pier 17.
  expect(distanceBetweenM(venue.position, { latitude: 40.7057, longitude: -74.0017 })).toBeCloseTo(5549, -2);
  const [west, east] = [
    { latitude: 0, longitude: 179.9 },
    { latitude: 0, longitude: -179.9 },
  ];
  expect(distanceBetweenM(west, east)).toBeCloseTo(22_239, -2);
});

test.each([
  ["0/0", { latitude: 0, longitude: 0, accuracy: 10 }],
  ["NaN", { latitude: Number.NaN, longitude: -73.9, accuracy: 10 }],
  ["infinity", { latitude: 40.7, longitude: Number.POSITIVE_INFINITY, accuracy: 10 }],
  ["beyond a pole", { latitude: 90.1, longitude: -73.9, accuracy: 10 }],
  ["beyond the date line", { latitude: 40.7, longitude: -180.1, accuracy: 10 }],
  ["sure to the point", { latitude: 40.7, longitude: -73.9, accuracy: 0 }],
  ["surer than that", { latitude: 40.7, longitude: -73.9, accuracy: -5 }],
  ["a guess", { latitude: 40.7, longitude: -73.9, accuracy: 100_001 }],
  ["text", { latitude: "40.7", longitude: "-73.9", accuracy: "10" }],
])("a position that is %s is refused", (_name, forged) => {
  expect(positionInput.safeParse(forged).success).toBe(false);
});

test("a position on the equator or the prime meridian is a position", () => {
  expect(positionInput.safeParse({ latitude: 0, longitude: 32.6, accuracy: 8 }).success).toBe(true);
  expect(positionInput.safeParse({ latitude: 51.5, longitude: 0, accuracy: 8 }).success).toBe(true);
});
