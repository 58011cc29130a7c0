import { expect, test } from "vitest";
import { waitingWords } from "./waiting-words";

const now = "2026-11-23T15:00:00Z";
const zone = "Europe/Berlin";

test.each([
  ["submitted", "agency", "2026-11-23T09:42:00Z", "Waiting for the agency, since today (Mon 23 Nov)"],
  ["changes_requested", "client", "2026-11-22T09:42:00Z", "Waiting for you, since yesterday (Sun 22 Nov)"],
  ["partially_approved", "client", "2026-11-20T09:42:00Z", "Waiting for you, since Fri 20 Nov"],
  ["draft", "client", "2025-11-20T09:42:00Z", "Not sent yet, begun Thu 20 Nov 2025"],
  ["approved", "nobody", "2026-11-20T09:42:00Z", null],
] as const)("%s, %s since %s", (status, waitingFor, waitingSince, words) => {
  expect(waitingWords({ status, waitingFor, waitingSince }, zone, now)).toBe(words);
});
