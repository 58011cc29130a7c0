import { expect, test } from "vitest";
import { distanceBetweenM, gradePosition, venuePosition } from "./geo-position";

/** Bryant Park, with a fence of 150 metres. */
const venue = { position: { latitude: 40.7536, longitude: -73.9832 }, radiusM: 150 };
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
