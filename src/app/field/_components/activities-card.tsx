"use client";

import { Card } from "@/components/ui/card";
import type { Activity } from "./event-record";
import { ActivityRow } from "./activity-row";

export interface ActivitiesCardProps {
  activities: readonly Activity[];
  now: string;
}

/** The parts of the event, plan against now. */
export function ActivitiesCard({ activities, now }: ActivitiesCardProps) {
  const done = activities.filter(({ status }) => status === "completed").length;
  const counted = activities.filter(({ status }) => status !== "cancelled").length;
  return (
    <Card
      title="Activities"
      aside={
        counted === 0 ? null : (
          <span className="text-meta text-muted tabular-nums">{`${done} of ${counted} done`}</span>
        )
      }
    >
      {activities.length === 0 ? (
        <p className="text-muted">The booking asks for no activities.</p>
      ) : (
        <ul className="-my-2 divide-y divide-border">
          {activities.map((activity) => (
            <ActivityRow key={activity.id} activity={activity} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}
