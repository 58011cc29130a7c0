"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { ActivityRow } from "./activity-row";
import type { EventRecord } from "./event-facts";

const AddActivityDialog = dynamic(
  () => import("./acts/add-activity-dialog").then((part) => part.AddActivityDialog),
  { ssr: false },
);

/** What happens at the event: the plan, and beside it what came of it. */
export function EventActivities({ event }: { event: EventRecord }) {
  const trpc = useTRPC();
  const activities = useQuery(trpc.activities.listForEvent.queryOptions({ eventId: event.id }));
  const add = useLateDialog();
  const { data } = activities;
  return (
    <Card
      title="Activities"
      isFlush
      aside={
        data?.can.create ? (
          <Button variant="quiet" icon={<Plus />} onClick={add.open}>
            Add activity
          </Button>
        ) : undefined
      }
    >
      {data === undefined && activities.isError ? (
        <PanelError what="The activities" onRetry={() => void activities.refetch()} />
      ) : null}
      {activities.isPending ? <SkeletonRows rows={2} label="Loading the activities" /> : null}
      {data?.items.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">
          Nothing is planned to happen. Activities come from the plan of the booking, or are added here.
        </p>
      ) : null}
      {data === undefined || data.items.length === 0 ? null : (
        <ul className="divide-y divide-border">
          {data.items.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} kits={data.kits} timeZone={event.timeZone} />
          ))}
        </ul>
      )}
      {add.wasOpened ? <AddActivityDialog event={event} {...add.dialog} /> : null}
    </Card>
  );
}
