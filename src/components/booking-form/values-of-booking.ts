import type { Activity, Recurrence } from "@/modules/bookings/inputs";
import {
  type ActivityValues,
  type BookingDetail,
  type DateRow,
  emptyActivity,
  emptyDate,
  emptySeries,
  type RequestValues,
  type SeriesValues,
} from "./request-values";

/** A booking as its form begins. */
export function valuesOf(booking: BookingDetail): RequestValues {
  const { recurrence, dates, plan } = booking;
  return {
    title: booking.title,
    locationIds: booking.venues.map((venue) => venue.id),
    schedule: {
      kind: recurrence === null ? "dates" : "recurring",
      dates: recurrence === null && dates.length > 0 ? dates.map(dateRow) : [emptyDate()],
      series: recurrence === null ? emptySeries() : seriesOf(recurrence),
    },
    plan: { activities: plan.activities.length > 0 ? plan.activities.map(activityOf) : [emptyActivity()] },
    contact: booking.contact ? { ...booking.contact } : { name: "", phone: "", email: "" },
    notes: booking.notes,
  };
}

function dateRow({ localStart, startsAt, endsAt }: BookingDetail["dates"][number]): DateRow {
  return {
    date: localStart.slice(0, 10),
    start: localStart.slice(11, 16),
    length: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000),
  };
}

function seriesOf(recurrence: Recurrence): SeriesValues {
  return {
    frequency: recurrence.frequency,
    interval: recurrence.interval,
    weekdays: [...(recurrence.weekdays ?? [])],
    monthlyRule: recurrence.monthlyRule ?? "day-of-month",
    firstDate: recurrence.startLocal.slice(0, 10),
    start: recurrence.startLocal.slice(11, 16),
    length: recurrence.durationMinutes,
    lastDate: recurrence.endDate,
    excludeDates: [...(recurrence.excludeDates ?? [])],
    extraDates: (recurrence.extraDates ?? []).map((local) => ({
      date: local.slice(0, 10),
      start: local.slice(11, 16),
    })),
  };
}

function activityOf({ durationMinutes, type, description, roles, kits }: Activity): ActivityValues {
  return {
    type,
    description,
    length: durationMinutes,
    roles: roles.map((item) => ({ ...item })),
    kits: kits.map((item) => ({ ...item })),
  };
}
