import type { Activity, Plan, Recurrence, Schedule } from "@/modules/bookings/inputs";
import type { RouterInputs, RouterOutputs } from "@/trpc/client";

/** What a booking form holds while somebody types: dates, times and lengths may still be text nobody can read. */

export type BookingDetail = RouterOutputs["bookings"]["byId"];

/** A record on the server, as far as a form knows it. */
export interface KnownBooking {
  readonly bookingId: string;
  readonly version: number;
}

/** Minutes, or the text as typed when it cannot be read. */
export type Length = number | string;

export interface DateRow {
  /** `YYYY-MM-DD`, or the text as typed. */
  date: string;
  /** `HH:mm`, or the text as typed. */
  start: string;
  length: Length;
}

export interface SeriesValues {
  frequency: Recurrence["frequency"];
  interval: number;
  weekdays: NonNullable<Recurrence["weekdays"]>;
  monthlyRule: NonNullable<Recurrence["monthlyRule"]>;
  firstDate: string;
  start: string;
  length: Length;
  lastDate: string;
  excludeDates: string[];
  extraDates: { date: string; start: string }[];
}

export interface ScheduleValues {
  kind: Schedule["kind"];
  dates: DateRow[];
  series: SeriesValues;
}

export interface ActivityValues extends Omit<Activity, "durationMinutes" | "roles" | "kits"> {
  length: Length;
  roles: { role: string; headcount: number }[];
  kits: { kitTemplateId: string; quantity: number }[];
}

export interface RequestValues {
  title: string;
  /** The first is where people meet. */
  locationIds: string[];
  schedule: ScheduleValues;
  plan: { activities: ActivityValues[] };
  contact: { name: string; phone: string; email: string };
  notes: string;
}

export type RequestField = keyof RequestValues;

/** What the commands take of a booking. */
export type BookingWish = Omit<RouterInputs["bookings"]["create"], "clientId" | "idempotencyKey">;

const NEW_LENGTH_MINUTES = 240;

export function emptyDate(): DateRow {
  return { date: "", start: "", length: NEW_LENGTH_MINUTES };
}

export function emptyActivity(): ActivityValues {
  return {
    type: "",
    description: "",
    length: NEW_LENGTH_MINUTES,
    roles: [{ role: "Brand ambassador", headcount: 2 }],
    kits: [],
  };
}

export function emptySeries(): SeriesValues {
  return {
    frequency: "weekly",
    interval: 1,
    weekdays: [],
    monthlyRule: "day-of-month",
    firstDate: "",
    start: "",
    length: NEW_LENGTH_MINUTES,
    lastDate: "",
    excludeDates: [],
    extraDates: [],
  };
}

export function emptyRequest(): RequestValues {
  return {
    title: "",
    locationIds: [],
    schedule: { kind: "dates", dates: [emptyDate()], series: emptySeries() },
    plan: { activities: [emptyActivity()] },
    contact: { name: "", phone: "", email: "" },
    notes: "",
  };
}

/** What the form asks for, as the commands take it. Text that cannot be read goes along and is refused by them. */
export function toWish(values: RequestValues): BookingWish {
  const { name, phone, email } = values.contact;
  const hasContact = [name, phone, email].some((text) => text.trim() !== "");
  return {
    title: values.title,
    locationIds: values.locationIds.filter((id) => id !== ""),
    schedule: toSchedule(values.schedule),
    plan: toPlan(values.plan),
    contact: hasContact ? { name, phone, email: email.trim() } : null,
    notes: values.notes,
  };
}

export function toSchedule({ kind, dates, series }: ScheduleValues): Schedule {
  if (kind === "recurring") return { kind, recurrence: toRecurrence(series) };
  return {
    kind,
    dates: dates
      .filter((row) => !isBlankDate(row))
      .map((row) => ({ localStart: `${row.date}T${row.start}`, durationMinutes: minutesOf(row.length) })),
  };
}

/** A row that nobody has touched asks for nothing. */
export function isBlankDate({ date, start }: Pick<DateRow, "date" | "start">): boolean {
  return date === "" && start === "";
}

function toRecurrence(series: SeriesValues): Recurrence {
  const { frequency, weekdays, monthlyRule, excludeDates } = series;
  const extraDates = series.extraDates.filter((row) => !isBlankDate(row));
  return {
    frequency,
    interval: series.interval,
    ...(frequency === "weekly" && weekdays.length > 0 && { weekdays }),
    ...(frequency === "monthly" && { monthlyRule }),
    startLocal: `${series.firstDate}T${series.start}`,
    durationMinutes: minutesOf(series.length),
    endDate: series.lastDate,
    ...(excludeDates.length > 0 && { excludeDates }),
    ...(extraDates.length > 0 && { extraDates: extraDates.map(({ date, start }) => `${date}T${start}`) }),
  };
}

/** A plan that nobody has touched but for its people asks for nothing. */
export function isBlankPlan({ activities }: RequestValues["plan"]): boolean {
  return activities.every(
    ({ type, description, kits }) => type.trim() === "" && description.trim() === "" && kits.length === 0,
  );
}

/** The plan as the commands take it; the roles are checked by their schema, which knows the list. */
export function toPlan(plan: RequestValues["plan"]): Plan {
  if (isBlankPlan(plan)) return { activities: [] };
  return {
    activities: plan.activities.map(({ length, ...rest }) => ({
      ...rest,
      durationMinutes: minutesOf(length),
      roles: rest.roles as Activity["roles"],
      kits: rest.kits as Activity["kits"],
    })),
  };
}

function minutesOf(length: Length): number {
  return typeof length === "number" ? length : Number.NaN;
}
