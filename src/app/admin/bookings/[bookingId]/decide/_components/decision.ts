import * as z from "zod";
import { localMoment } from "@/components/local-moment";
import type { BookingDetail, DateView } from "@/app/admin/bookings/_components/booking-dates";
import type { Verdict } from "@/app/admin/bookings/_components/why-words";
import { reasonSchema } from "@/modules/bookings/inputs";
import type { RouterInputs } from "@/trpc/client";
import { isLocalDateTime } from "@/values/civil";

/** What an admin says about each date of a booking before it is sent. Pure. */

export const choices = ["approve", "decline", "other", "leave"] as const;
export type Choice = (typeof choices)[number];

export interface DateChoice {
  choice: Choice;
  reason: string;
  /** The other start that is offered: `YYYY-MM-DD` and `HH:mm` at the venue, or the text as typed. */
  day: string;
  time: string;
}

export interface DecisionValues {
  /** By id of the date. */
  dates: Record<string, DateChoice>;
  note: string;
  override: string;
}

export type Verdicts = ReadonlyMap<string, Verdict>;

/** Dates that can be decided now: those that wait, and those whose client was offered another time. */
export function openDates(booking: BookingDetail, toDecide: readonly string[]): DateView[] {
  const waiting = new Set(toDecide);
  return booking.dates.filter((date) => waiting.has(date.dateId) || date.status === "proposed");
}

/** A clear date begins as approved; one that needs a look waits for a word. */
export function startChoice(date: DateView, verdict: Verdict | undefined): DateChoice {
  const isClear = date.status !== "proposed" && verdict?.verdict === "clear";
  return { choice: isClear ? "approve" : "leave", reason: "", day: date.localStart.slice(0, 10), time: "" };
}

/** What may be said of a date: one that was approved can be approved again; taking it back is its event's business. */
export function choicesOf(date: DateView): readonly Choice[] {
  return date.status === "approved" ? ["approve", "leave"] : choices;
}

export interface SharedDecision {
  readonly choice: Choice;
  /** Texts as typed; "" leaves what a date has. */
  readonly reason: string;
  /** `HH:mm`, or the text as typed. */
  readonly time: string;
}

/** The same said of several dates; those of which it cannot be said keep what they have. */
export function applied(
  { choice, reason, time }: SharedDecision,
  dates: readonly DateView[],
  made: Readonly<Record<string, DateChoice>>,
): Record<string, DateChoice> {
  const next = { ...made };
  for (const date of dates) {
    const old = made[date.dateId];
    if (!old || !choicesOf(date).includes(choice)) continue;
    const isTold = choice === "decline" || choice === "other";
    next[date.dateId] = {
      ...old,
      choice,
      ...(isTold && reason.trim() !== "" && { reason: reason.trim() }),
      ...(choice === "other" && time.trim() !== "" && { time: time.trim() }),
    };
  }
  return next;
}

/** Keeps every choice made so far and begins with the others. */
export function choicesFor(
  dates: readonly DateView[],
  verdicts: Verdicts,
  made: Readonly<Record<string, DateChoice>>,
): Record<string, DateChoice> {
  return Object.fromEntries(
    dates.map((date) => [date.dateId, made[date.dateId] ?? startChoice(date, verdicts.get(date.dateId))]),
  );
}

export interface Totals extends Readonly<Record<Choice, number>> {
  /** Events that the approvals create; a date that has its event already makes none. */
  readonly events: number;
  /** Approved dates that something speaks against. */
  readonly overridden: number;
}

export function totalsOf(
  dates: readonly DateView[],
  made: Readonly<Record<string, DateChoice>>,
  verdicts: Verdicts,
): Totals {
  const totals = { approve: 0, decline: 0, other: 0, leave: 0, events: 0, overridden: 0 };
  for (const date of dates) {
    const choice = made[date.dateId]?.choice ?? "leave";
    totals[choice] += 1;
    if (choice !== "approve") continue;
    if (date.event === null || date.event.status === "cancelled") totals.events += 1;
    if (verdicts.get(date.dateId)?.verdict === "blocked") totals.overridden += 1;
  }
  return totals;
}

/** "10 approve · 1 decline · 1 other time · 2 undecided". */
export function totalsWords(totals: Totals): string {
  const parts = [
    [totals.approve, "approve"],
    [totals.decline, "decline"],
    [totals.other, "other time"],
    [totals.leave, "undecided"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(" · ");
}

/** Checks what is said about some dates; a reason where the client will read one, another start where one is offered. */
export function decisionSchema(dates: readonly DateView[], verdicts: Verdicts) {
  return z.custom<DecisionValues>().superRefine((values, context) => {
    const problem = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    for (const date of dates) {
      const made = values.dates[date.dateId];
      if (!made || made.choice === "approve" || made.choice === "leave") continue;
      const at = ["dates", date.dateId];
      const when = localMoment(date.localStart);
      const refused = reasonSchema.safeParse(made.reason).error?.issues[0]?.message;
      if (made.reason.trim() === "") problem([...at, "reason"], `Enter a reason for ${when}.`);
      else if (refused !== undefined) problem([...at, "reason"], `${when}: ${refused}`);
      if (made.choice !== "other") continue;
      if (!isLocalDateTime(`${made.day}T00:00`)) {
        problem([...at, "day"], `Enter the date that you offer instead of ${when}: day, month and year.`);
      }
      if (!isLocalDateTime(`2000-01-01T${made.time}`)) {
        problem([...at, "time"], `Enter the start that you offer instead of ${when}, such as 10:00.`);
      }
    }
    const { overridden } = totalsOf(dates, values.dates, verdicts);
    if (overridden > 0 && values.override.trim() === "") {
      problem(["override"], "Enter why the blocked dates are approved anyway.");
    }
    const totals = totalsOf(dates, values.dates, verdicts);
    if (totals.approve + totals.decline + totals.other === 0) {
      problem(["note"], "Decide at least one date, or leave the booking waiting.");
    }
  });
}

type ApproveWish = Omit<RouterInputs["bookings"]["approve"], "idempotencyKey">;

/** What is sent: the reviewed version, the approved dates and the declined ones with their reasons. */
export function toWish(
  booking: Pick<BookingDetail, "bookingId" | "version">,
  dates: readonly DateView[],
  { values, verdicts }: { values: DecisionValues; verdicts: Verdicts },
): ApproveWish {
  const chosen = (choice: Choice) => dates.filter((date) => values.dates[date.dateId]?.choice === choice);
  const declined = [...chosen("decline"), ...chosen("other")].map((date) => {
    const made = values.dates[date.dateId];
    return {
      date: date.date,
      reason: made?.reason.trim() ?? "",
      ...(made?.choice === "other" && { proposedDate: `${made.day}T${made.time}` }),
    };
  });
  const { overridden } = totalsOf(dates, values.dates, verdicts);
  return {
    bookingId: booking.bookingId,
    version: booking.version,
    eventDates: chosen("approve").map((date) => date.date),
    declinedDates: declined,
    ...(values.note.trim() !== "" && { notes: values.note.trim() }),
    ...(overridden > 0 && { override: { reason: values.override.trim() } }),
  };
}
