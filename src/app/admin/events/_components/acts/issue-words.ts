/** What an issue can be about, of an event and of a venue, as forms and lists say it. */
const TYPE_WORDS = {
  venue: "Venue",
  staff: "Staff",
  kit: "Kits",
  logistics: "Logistics",
  client: "Client",
  other: "Something else",
} as const;

const VENUE_WORDS = {
  access: "Getting in",
  facilities: "Power, water, rooms",
  space: "Space",
  safety: "Safety",
  other: "Something else",
} as const;

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const issueTypeOptions = optionsOf(TYPE_WORDS);
export const venueIssueTypeOptions = optionsOf(VENUE_WORDS);

const ALL: ReadonlyMap<string, string> = new Map(Object.entries({ ...VENUE_WORDS, ...TYPE_WORDS }));

/** The kind of an issue; what somebody wrote themselves stays as it is. */
export function issueTypeWords(issueType: string): string {
  return ALL.get(issueType) ?? issueType;
}
