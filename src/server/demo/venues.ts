import type { FieldsOf } from "@/modules/directory/inputs";

type Place = readonly [
  key: string,
  name: string,
  address: string,
  city: string,
  country: string,
  timeZone: string,
  latitude: number,
  longitude: number,
];

/** Public places with their true positions, in ten time zones. */
const places: readonly Place[] = [
  [
    "bryant",
    "Bryant Park",
    "476 5th Avenue",
    "New York",
    "United States",
    "America/New_York",
    40.7536,
    -73.9832,
  ],
  [
    "seaport",
    "Pier 17",
    "89 South Street",
    "New York",
    "United States",
    "America/New_York",
    40.7057,
    -74.0017,
  ],
  [
    "nathan",
    "Nathan Phillips Square",
    "100 Queen Street West",
    "Toronto",
    "Canada",
    "America/Toronto",
    43.6525,
    -79.3839,
  ],
  [
    "navy",
    "Navy Pier",
    "600 East Grand Avenue",
    "Chicago",
    "United States",
    "America/Chicago",
    41.8917,
    -87.6086,
  ],
  [
    "zilker",
    "Zilker Metropolitan Park",
    "2100 Barton Springs Road",
    "Austin",
    "United States",
    "America/Chicago",
    30.2669,
    -97.7729,
  ],
  [
    "union",
    "Union Station",
    "1701 Wynkoop Street",
    "Denver",
    "United States",
    "America/Denver",
    39.7527,
    -105.0001,
  ],
  [
    "pike",
    "Pike Place Market",
    "85 Pike Street",
    "Seattle",
    "United States",
    "America/Los_Angeles",
    47.6097,
    -122.3425,
  ],
  [
    "monica",
    "Santa Monica Pier",
    "200 Santa Monica Pier",
    "Santa Monica",
    "United States",
    "America/Los_Angeles",
    34.0089,
    -118.4973,
  ],
  [
    "covent",
    "Covent Garden Piazza",
    "The Piazza",
    "London",
    "United Kingdom",
    "Europe/London",
    51.5118,
    -0.1227,
  ],
  [
    "potsdamer",
    "Potsdamer Platz",
    "Potsdamer Platz 1",
    "Berlin",
    "Germany",
    "Europe/Berlin",
    52.5096,
    13.3759,
  ],
  ["marien", "Marienplatz", "Marienplatz 8", "Munich", "Germany", "Europe/Berlin", 48.1374, 11.5755],
  [
    "comercio",
    "Praça do Comércio",
    "Praça do Comércio",
    "Lisbon",
    "Portugal",
    "Europe/Lisbon",
    38.7075,
    -9.1364,
  ],
  [
    "yoyogi",
    "Yoyogi Park Event Plaza",
    "2-1 Jinnan, Shibuya",
    "Tokyo",
    "Japan",
    "Asia/Tokyo",
    35.6672,
    139.696,
  ],
  ["quay", "Circular Quay", "Alfred Street", "Sydney", "Australia", "Australia/Sydney", -33.861, 151.2108],
  [
    "federation",
    "Federation Square",
    "Swanston Street and Flinders Street",
    "Melbourne",
    "Australia",
    "Australia/Melbourne",
    -37.818,
    144.9691,
  ],
];

export type VenueKey = (typeof places)[number][0];

export const demoVenues: readonly { readonly key: VenueKey; readonly fields: FieldsOf<"location"> }[] =
  places.map(([key, name, address, city, country, timeZone, latitude, longitude]) => ({
    key,
    fields: { name, address, city, country, timeZone, latitude, longitude, geofenceRadiusM: 150 },
  }));

/** The venue that somebody lives near, going round. */
export function venueNear(index: number): FieldsOf<"location"> {
  const venue = demoVenues[index % demoVenues.length];
  if (!venue) throw new Error("the demo lacks venues");
  return venue.fields;
}
