const WORDS: Readonly<Record<string, string>> = {
  title: "Title",
  locationIds: "Venue",
  eventDates: "Dates",
  plan: "Plan",
  contact: "Contact",
  notes: "Notes",
};

/** What a field of a change request is called on screen; one that nobody knows as it is. */
export function fieldWords(field: string): string {
  return WORDS[field] ?? field;
}
