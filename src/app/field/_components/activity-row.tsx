"use client";

import { PhotoStrip } from "@/components/photo-strip";
import { StatusBadge } from "@/components/status-badge";
import { activityLooks } from "@/components/status-looks/events";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/use-now";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { activityWords } from "./activity-words";
import type { Activity } from "./event-record";
import { amountWords } from "./figures";
import { loadActivityForm } from "./late-forms";
import { LateSheet, useSheet } from "@/components/late-sheet";
import { useWish } from "./use-wish";
import { WishProblem } from "@/components/form/wish-problem";

/** One activity with its act: start, or complete with what it came to. */
export function ActivityRow({ activity, now }: { activity: Activity; now: string }) {
  const moment = useNow(now);
  const completing = useSheet();
  const { activityType, description, status, cancelledReason, can } = activity;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2 py-3">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 font-medium wrap-anywhere">{activityType}</p>
        <span className="shrink-0">
          <StatusBadge look={activityLooks[status]} />
        </span>
      </div>
      {description === "" ? null : <p className="wrap-anywhere text-muted">{description}</p>}
      <p className="tabular-nums">{activityWords(activity, moment)}</p>
      {cancelledReason === null ? null : <p className="wrap-anywhere text-muted">{cancelledReason}</p>}
      <Came activity={activity} />
      {can.start ? <StartActivity activity={activity} /> : null}
      {can.complete ? (
        <Button aria-label={`Complete ${activityType}`} onClick={completing.open}>
          Complete activity
        </Button>
      ) : null}
      <LateSheet
        sheet={completing}
        title={`Complete ${activityType}`}
        load={loadActivityForm}
        props={{ activity, now, onDone: completing.close }}
      />
    </li>
  );
}

/** What a completed activity came to. */
function Came({ activity: { outcomes } }: { activity: Activity }) {
  if (outcomes === null) return null;
  const figures = Object.entries(outcomes.metrics);
  return (
    <>
      {figures.length === 0 ? null : (
        <p className="tabular-nums wrap-anywhere">
          {figures.map(([name, amount]) => `${name} ${amountWords(amount)}`).join(" · ")}
        </p>
      )}
      {outcomes.notes === "" ? null : (
        <p className="wrap-anywhere whitespace-pre-line text-muted">{outcomes.notes}</p>
      )}
      <PhotoStrip urls={outcomes.photoUrls} label="Photos of the activity" />
    </>
  );
}

function StartActivity({ activity }: { activity: Activity }) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["activities"]["start"]>((input) => client.activities.start.mutate(input));
  const start = () => void wish.send({ activityId: activity.id });
  return (
    <>
      <Button aria-label={`Start ${activity.activityType}`} isPending={wish.isPending} onClick={start}>
        Start activity
      </Button>
      <WishProblem problem={wish.problem} onAgain={start} />
    </>
  );
}
