import type { Route } from "next";
import { redirect } from "next/navigation";
import { homeOf, requireViewer, type Viewer } from "@/trpc/server";
import { isUuid } from "@/values/ids";

interface StartPageProps {
  searchParams: Promise<{ event?: string | string[] }>;
}

/** Leads each person to their own screens; with an event in the address to their own page of it (rule 58). */
export default async function Page({ searchParams }: StartPageProps) {
  const { event } = await searchParams;
  const eventId = typeof event === "string" && isUuid(event) ? event : null;
  const viewer = await requireViewer(eventId === null ? "/" : `/?event=${eventId}`);
  redirect(eventId === null ? homeOf(viewer.role) : eventPageFor(viewer.role, eventId));
}

/** Whether the event is theirs to see is decided by the page itself. */
function eventPageFor(role: Viewer["role"], eventId: string): Route {
  switch (role) {
    case "admin":
      return `/admin/events/${eventId}` as Route;
    case "manager":
      return `/field/events/${eventId}` as Route;
    case "agent":
    case "client":
      return homeOf(role);
    default:
      return role satisfies never;
  }
}
