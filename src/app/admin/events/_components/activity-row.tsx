"use client";

import dynamic from "next/dynamic";
import { useAct } from "@/app/admin/_components/use-act";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { StatusBadge } from "@/components/status-badge";
import { activityLooks } from "@/components/status-looks/events";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { formatClock } from "@/values/format-time";
import { type Activity, type Kits, lengthWords, needsWords, spellFigure } from "./activity-words";

const ReasonDialog = dynamic(
  () => import("@/app/admin/_components/reason-dialog").then((part) => part.ReasonDialog),
  { ssr: false },
);

export interface ActivityRowProps {
  activity: Activity;
  kits: Kits;
  timeZone: string;
}

/** One activity: what it is and needs, the plan against the fact, what was counted. */
export function ActivityRow({ activity, kits, timeZone }: ActivityRowProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-4 py-2.5 text-cell">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium wrap-anywhere">{activity.activityType}</p>
        {activity.description === "" ? null : (
          <p className="max-w-prose wrap-anywhere whitespace-pre-line">{activity.description}</p>
        )}
        <p className="text-meta wrap-anywhere text-muted">{needsWords(activity, kits)}</p>
        <p className="text-meta text-muted tabular-nums">
          {lengthWords(activity)}
          <Clocks activity={activity} timeZone={timeZone} />
        </p>
        <Outcomes activity={activity} />
        {activity.cancelledReason === null ? null : (
          <blockquote className="max-w-prose border-l-2 border-border pl-2 wrap-anywhere text-muted">
            {activity.cancelledReason}
          </blockquote>
        )}
      </div>
      <span className="flex items-center gap-2">
        <StatusBadge look={activityLooks[activity.status]} />
        {activity.can.cancel ? <CancelActivity activity={activity} /> : null}
      </span>
    </li>
  );
}

function Clocks({ activity, timeZone }: Pick<ActivityRowProps, "activity" | "timeZone">) {
  const { startedAt, completedAt } = activity;
  if (startedAt === null) return null;
  return (
    <>
      {" · "}
      <time dateTime={startedAt}>{formatClock(startedAt, timeZone)}</time>
      {completedAt === null ? (
        " until now"
      ) : (
        <>
          –<time dateTime={completedAt}>{formatClock(completedAt, timeZone)}</time>
        </>
      )}
    </>
  );
}

function Outcomes({ activity: { outcomes } }: Pick<ActivityRowProps, "activity">) {
  if (outcomes === null) return null;
  const figures = Object.entries(outcomes.metrics);
  return (
    <>
      {figures.length === 0 ? null : (
        <p className="wrap-anywhere tabular-nums">
          {figures.map(([name, value]) => `${name} ${spellFigure(value)}`).join(" · ")}
        </p>
      )}
      {outcomes.notes === "" ? null : (
        <p className="max-w-prose wrap-anywhere whitespace-pre-line">{outcomes.notes}</p>
      )}
    </>
  );
}

function CancelActivity({ activity }: Pick<ActivityRowProps, "activity">) {
  const trpc = useTRPC();
  const cancel = useAct(trpc.activities.cancel.mutationOptions());
  const ask = useLateDialog();
  const { id, activityType } = activity;
  return (
    <>
      <Button variant="quiet" size="small" onClick={ask.open}>
        Cancel…<span className="sr-only">{` ${activityType}`}</span>
      </Button>
      {ask.wasOpened ? (
        <ReasonDialog
          {...ask.dialog}
          title={`Cancel ${activityType}`}
          description="The rest of the event goes on. This cannot be undone; a new activity can be added."
          verbs={{ act: "Cancel activity", leave: "Keep it" }}
          isDanger
          onSend={(reason) => cancel.send({ activityId: id, reason })}
        />
      ) : null}
    </>
  );
}
