import type { Route } from "next";
import type { RouterOutputs } from "@/trpc/client";

/** One event as its own page has it. */
export type EventRecord = RouterOutputs["events"]["byId"];
export type Task = EventRecord["tasks"][number];
export type Issue = EventRecord["issues"][number];
export type Activity = RouterOutputs["activities"]["listForEvent"]["items"][number];
export type VenueRecord = RouterOutputs["locations"]["forEvent"];

export type MyEvent = RouterOutputs["events"]["mine"]["items"][number];

export type EventPart = "venue" | "readiness" | "checklist" | "activities" | "issues";

/** The address of one event's page, or of a part of it. Next's own type of addresses knows no built ones. */
export function crewHref(eventId: string): Route {
  return `/field/events/${eventId}/crew` as Route;
}

export function kitsHref(eventId: string): Route {
  return `/field/events/${eventId}/kits` as Route;
}

export function eventHref(eventId: string, part?: EventPart): Route {
  return `/field/events/${eventId}${part === undefined ? "" : `#${part}`}` as Route;
}
