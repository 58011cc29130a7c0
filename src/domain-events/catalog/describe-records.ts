import { type Describers, detail, fieldWords, listed, named, type Telling, told } from "./describe-parts";
import type { directoryEvents } from "./directory";
import type { locationEvents } from "./location";

const IMPACT = { minor: "neutral", moderate: "caution", major: "problem" } as const;

const RECORD_WORDS = {
  client: "the client",
  person: "the person",
  location: "the venue",
  kitTemplate: "the kit template",
  kitInstance: "the kit",
  preparationTemplate: "the preparation template",
} as const;

function venue(telling: Telling, locationId: string): string {
  return named(telling, locationId, "the venue");
}

/** The facts of venues in words; contact and access notes stay out. */
export const locationWords: Describers<keyof typeof locationEvents> = {
  LOCATION_CONFIRMED: ({ locationId, specialInstructions }, telling) =>
    told(
      "map-pin-check",
      "good",
      `confirmed ${venue(telling, locationId)}`,
      detail("Instructions", specialInstructions, "team"),
    ),
  LOCATION_ISSUE_REPORTED: ({ locationId, issueType, description, impactLevel }, telling) =>
    told(
      "circle-alert",
      IMPACT[impactLevel],
      `reported a ${impactLevel} issue with ${venue(telling, locationId)}`,
      detail("Kind", issueType, "team"),
      detail("Issue", description, "team"),
    ),
  LOCATION_CONFIRMATION_REVOKED: ({ locationId, reason }, telling) =>
    told(
      "map-pin-off",
      "problem",
      `revoked the confirmation of ${venue(telling, locationId)}`,
      detail("Reason", reason, "team"),
    ),
};

interface Changed {
  readonly recordType: keyof typeof RECORD_WORDS;
  readonly recordId: string;
  readonly changedFields: readonly string[];
}

function record({ recordType, recordId }: Changed, telling: Telling): string {
  const name = telling.names.get(recordId);
  return name === undefined ? RECORD_WORDS[recordType] : `${RECORD_WORDS[recordType]} ${name}`;
}

function fields({ changedFields }: Changed) {
  return detail(
    "Fields",
    changedFields.length === 0 ? undefined : listed(changedFields.map(fieldWords)),
    "desk",
  );
}

/** Changes to master data in words. */
export const directoryWords: Describers<keyof typeof directoryEvents> = {
  DIRECTORY_RECORD_CREATED: (payload, telling) =>
    told("plus", "neutral", `added ${record(payload, telling)}`, fields(payload)),
  DIRECTORY_RECORD_UPDATED: (payload, telling) =>
    told("pencil", "neutral", `changed ${record(payload, telling)}`, fields(payload)),
  DIRECTORY_RECORD_ARCHIVED: (payload, telling) =>
    told("archive", "neutral", `archived ${record(payload, telling)}`),
};
