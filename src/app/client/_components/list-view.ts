import type { Route } from "next";
import type { RouterInputs } from "@/trpc/client";

/** What the list shows, as it stands in the address (U-5). Pure. */

type ListInput = RouterInputs["bookings"]["list"];

const tabs = {
  all: { label: "All", filter: {} },
  you: { label: "Waiting for you", filter: { waitingFor: "client" } },
  agency: { label: "With the agency", filter: { waitingFor: "agency" } },
  approved: { label: "Approved", filter: { status: ["approved", "partially_approved"] } },
  closed: { label: "Closed", filter: { status: ["rejected", "cancelled"] } },
} as const satisfies Readonly<Record<string, { label: string; filter: ListInput }>>;

export type TabId = keyof typeof tabs;
export const tabIds = Object.keys(tabs) as readonly TabId[];

export const PAGE_SIZE = 20;

export interface ListView {
  readonly tab: TabId;
  /** The cursor of each page after the first, up to the one shown. */
  readonly trail: readonly string[];
}

const CURSOR = /^[\w-]{1,200}$/;
const TRAIL_MAX = 50;

type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address; what it does not know is the first page of everything. */
export function readListView(params: SearchParams): ListView {
  const tab = tabIds.find((id) => id === params["tab"]) ?? "all";
  const after = typeof params["after"] === "string" ? params["after"].split(".") : [];
  const isTrail = after.length <= TRAIL_MAX && after.every((cursor) => CURSOR.test(cursor));
  return { tab, trail: isTrail ? after : [] };
}

export function listHref({ tab, trail }: ListView): Route {
  const query = new URLSearchParams();
  if (tab !== "all") query.set("tab", tab);
  if (trail.length > 0) query.set("after", trail.join("."));
  const text = query.toString();
  return text === "" ? "/client" : `/client?${text}`;
}

export function tabLabel(tab: TabId): string {
  return tabs[tab].label;
}

/** What waits for the reader longest comes first where it is about waiting, else what moved last. */
export function listInputOf({ tab, trail }: ListView): ListInput {
  const cursor = trail.at(-1);
  const { filter } = tabs[tab];
  return {
    ...filter,
    ...("status" in filter && { status: [...filter.status] }),
    sort: tab === "you" || tab === "agency" ? "waiting" : "updated",
    limit: PAGE_SIZE,
    ...(cursor !== undefined && { cursor }),
  };
}
