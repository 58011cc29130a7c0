"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { Tabs } from "@/components/ui/tabs";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { BookingCard } from "./booking-card";
import { listHref, listInputOf, type ListView, PAGE_SIZE, tabIds, tabLabel } from "./list-view";

export interface BookingListProps {
  view: ListView;
  now: string;
  /** The reader's own zone, where it is known. */
  timeZone: string | null;
}

/** The client's own bookings: what state each is in, when it happens next and whom it waits for. */
export function BookingList({ view, now, timeZone }: BookingListProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.bookings.list.queryOptions(listInputOf(view)));
  return (
    <>
      <PageHeader title="Bookings" actions={<RequestButton />} />
      <Tabs
        label="Bookings by state"
        items={tabIds.map((tab) => ({
          label: tabLabel(tab),
          href: listHref({ tab, trail: [] }),
          isCurrent: tab === view.tab,
        }))}
      />
      {list.isPending ? (
        <Card isFlush>
          <SkeletonRows rows={5} />
        </Card>
      ) : null}
      {list.isError ? <PanelError what="Your bookings" onRetry={() => list.refetch()} /> : null}
      {list.data ? <Found page={list.data} view={view} now={now} timeZone={timeZone} /> : null}
    </>
  );
}

function Found({
  page,
  view,
  now,
  timeZone,
}: { page: RouterOutputs["bookings"]["list"] } & BookingListProps) {
  if (page.items.length === 0) return <NothingHere view={view} />;
  const from = view.trail.length * PAGE_SIZE + 1;
  return (
    <>
      <ul className="grid gap-3">
        {page.items.map((booking) => (
          <li key={booking.bookingId} className="min-w-0">
            <BookingCard booking={booking} now={now} timeZone={timeZone ?? booking.timeZone} />
          </li>
        ))}
      </ul>
      <Pager
        from={from}
        to={from + page.items.length - 1}
        total={page.total.more ? "1 000+" : String(page.total.count)}
        previous={view.trail.length === 0 ? null : listHref({ ...view, trail: view.trail.slice(0, -1) })}
        next={
          page.nextCursor === null ? null : listHref({ ...view, trail: [...view.trail, page.nextCursor] })
        }
      />
    </>
  );
}

function NothingHere({ view }: { view: ListView }) {
  const router = useRouter();
  if (view.tab !== "all" || view.trail.length > 0) {
    return (
      <NothingMatches
        what="bookings"
        tightestFilter={tabLabel(view.tab)}
        onClear={() => router.push("/client")}
      />
    );
  }
  return (
    <EmptyState title="Your bookings will be listed here" action={<RequestButton />}>
      Say what you plan, where and when; the agency answers here.
    </EmptyState>
  );
}

function RequestButton() {
  return (
    <ButtonLink href="/client/bookings/new" variant="primary" size="action" icon={<Plus />}>
      Request a booking
    </ButtonLink>
  );
}
