"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { NeedRow } from "./need-row";

const AddKitDialog = dynamic(() => import("./add-kit-dialog").then((part) => part.AddKitDialog), {
  ssr: false,
});

/** Which kits one event needs and which it gets: for the desk and for its manager. */
export function EventKits({ eventId, now }: { eventId: string; now: string }) {
  const trpc = useTRPC();
  const kits = useQuery(trpc.kits.forEvent.queryOptions({ eventId }));
  const [wasOpened, setWasOpened] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const open = () => {
    setWasOpened(true);
    setIsOpen(true);
  };
  const { data } = kits;
  return (
    <Card
      title="Kits"
      isFlush
      aside={
        data === undefined ? undefined : (
          <span className="flex flex-wrap items-center justify-end gap-x-3 text-meta text-muted tabular-nums">
            {data.needs.length > 0 ? `${data.ready} of ${data.needs.length} prepared` : null}
            {data.can.assign ? (
              <Button variant="quiet" icon={<Plus />} onClick={open}>
                Add kit
              </Button>
            ) : null}
          </span>
        )
      }
    >
      {data === undefined && kits.isError ? (
        <PanelError what="The kits" onRetry={() => void kits.refetch()} />
      ) : null}
      {kits.isPending ? <SkeletonRows rows={2} label="Loading the kits" /> : null}
      {data?.needs.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">
          No kits are asked for. They come from the activities of the event.
        </p>
      ) : null}
      {data === undefined || data.needs.length === 0 ? null : (
        <ul className="divide-y divide-border">
          {data.needs.map((need) => (
            <NeedRow key={need.id} need={need} timeZone={data.timeZone} now={now} />
          ))}
        </ul>
      )}
      {wasOpened ? <AddKitDialog eventId={eventId} isOpen={isOpen} onOpenChange={setIsOpen} /> : null}
    </Card>
  );
}
