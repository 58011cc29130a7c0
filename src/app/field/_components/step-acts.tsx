"use client";

import type { ReactNode } from "react";
import type { Wish } from "@/components/form/use-wish";
import { WishProblem } from "@/components/form/wish-problem";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import type { Activity, EventRecord } from "./event-record";
import { StepBar } from "./step-bar";
import { useWish } from "./use-wish";

export function StartPreparationStep({ event, aside }: { event: EventRecord; aside: ReactNode }) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["events"]["startPreparation"]>((input) =>
    client.events.startPreparation.mutate(input),
  );
  const start = () => void wish.send(wish.unanswered ?? { eventId: event.id, version: event.version });
  return (
    <ActStep wish={wish} aside={aside} onPress={start}>
      Start preparation
    </ActStep>
  );
}

export function StartActivityStep({ activity, aside }: { activity: Activity; aside: ReactNode }) {
  const client = useTRPCClient();
  const wish = useWish<RouterInputs["activities"]["start"]>((input) => client.activities.start.mutate(input));
  return (
    <ActStep wish={wish} aside={aside} onPress={() => void wish.send({ activityId: activity.id })}>
      {`Start ${activity.activityType}`}
    </ActStep>
  );
}

interface ActStepProps {
  wish: Pick<Wish<object>, "isPending" | "problem">;
  aside: ReactNode;
  onPress: () => void;
  children: string;
}

/** An act without questions: the press is all of it. */
function ActStep({ wish, aside, onPress, children }: ActStepProps) {
  return (
    <StepBar problem={<WishProblem problem={wish.problem} onAgain={onPress} />}>
      {aside}
      <Button
        variant="primary"
        size="action"
        isPending={wish.isPending}
        onClick={onPress}
        className="min-w-0 flex-1"
      >
        <span className="truncate">{children}</span>
      </Button>
    </StepBar>
  );
}
