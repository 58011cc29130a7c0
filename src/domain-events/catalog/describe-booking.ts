import type { bookingEvents } from "./booking";
import {
  bareMoment,
  counted,
  dateList,
  dayOrMomentText,
  type Describers,
  detail,
  fieldWords,
  listed,
  suggestionWords,
  type Telling,
  told,
} from "./describe-parts";

const UNITS = { daily: "day", weekly: "week", monthly: "month" } as const;

/** The booking's facts in words; its free texts are for the desk and that client. */
export const bookingWords: Describers<keyof typeof bookingEvents> = {
  BOOKING_CREATED: ({ title }) =>
    told("file-pen", "neutral", "began this booking", detail("Title", title, "all")),
  BOOKING_SUBMITTED: ({ eventDates, recurrencePattern }, telling) =>
    told(
      "inbox",
      "pending",
      `submitted ${counted(eventDates.length, "date")} for review`,
      detail("Dates", dateList(telling, eventDates), "all"),
      recurrencePattern === undefined ? [] : detail("Repeats", repeats(recurrencePattern, telling), "all"),
    ),
  BOOKING_APPROVED: ({ eventDates, notes }, telling) =>
    told(
      "circle-check",
      "good",
      `approved ${counted(eventDates.length, "date")}`,
      detail("Dates", dateList(telling, eventDates), "all"),
      detail("Note", notes, "client"),
    ),
  BOOKING_REJECTED: ({ reason, allowResubmission }) =>
    told(
      "circle-x",
      "neutral",
      "rejected the booking",
      detail("Reason", reason, "client"),
      detail("Next", allowResubmission ? "It may be changed and submitted again." : undefined, "all"),
    ),
  BOOKING_CHANGES_REQUESTED: ({ changes }, telling) =>
    told(
      "reply",
      "caution",
      `asked for ${counted(changes.length, "change")}`,
      ...changes.map((change) =>
        detail(
          sentenceCase(fieldWords(change.field)),
          change.suggestedValue === undefined
            ? change.reason
            : `${sentence(change.reason)} Suggested: ${suggestionWords(telling, change.suggestedValue)}`,
          "client",
        ),
      ),
    ),
  BOOKING_CANCELLED: ({ reason, affectedEventIds }) =>
    told(
      "ban",
      "neutral",
      affectedEventIds.length === 0
        ? "cancelled the booking"
        : `cancelled the booking and ${counted(affectedEventIds.length, "event")}`,
      detail("Reason", reason, "client"),
    ),
  BOOKING_UPDATED: ({ changedFields, needsReapproval }) =>
    told(
      needsReapproval ? "rotate-ccw" : "pencil",
      needsReapproval ? "caution" : "neutral",
      changedFields.length === 0 ? "saved the booking" : `changed ${listed(changedFields.map(fieldWords))}`,
      detail("Next", needsReapproval ? "The change waits for approval." : undefined, "all"),
    ),
  BOOKING_DATES_DECLINED: ({ dates }, telling) =>
    told(
      "calendar-x",
      "neutral",
      `declined ${counted(dates.length, "date")}`,
      ...dates.map(({ date, reason, proposedDate }) =>
        detail(
          bareMoment(telling, date),
          proposedDate === undefined
            ? reason
            : `${sentence(reason)} Other time offered: ${bareMoment(telling, proposedDate)}.`,
          "client",
        ),
      ),
    ),
};

function repeats(
  pattern: { readonly frequency: keyof typeof UNITS; readonly interval: number; readonly endDate: string },
  telling: Telling,
): string {
  const unit = UNITS[pattern.frequency];
  const every = pattern.interval === 1 ? `every ${unit}` : `every ${pattern.interval} ${unit}s`;
  return `${every} until ${dayOrMomentText(telling, pattern.endDate)}`;
}

function sentenceCase(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** A reason as people type it, ended so that more can follow. */
function sentence(reason: string): string {
  const text = reason.trim();
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
