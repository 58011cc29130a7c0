/** What the overview asks for, by the page on the server and by the screen. */

const CARD_ROWS = 6;

export const queueInput = { waitingFor: "agency", sort: "waiting", limit: CARD_ROWS } as const;

/** `now` is the moment the page was made, to the minute. */
export function nextEventsInput(now: string) {
  return { from: now, limit: CARD_ROWS, status: [...comingStatuses] };
}

const comingStatuses = ["scheduled", "assigned", "preparing", "ready", "in_progress"] as const;
