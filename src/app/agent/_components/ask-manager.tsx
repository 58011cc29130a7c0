"use client";

import { UserCheck } from "lucide-react";
import { WishProblem } from "@/components/form/wish-problem";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";
import { formatClock } from "@/values/format-time";
import type { Position } from "@/values/geo-position";
import type { Arrival } from "./arrival";
import { useAttend } from "./use-attend";

interface AskManagerProps {
  arrival: Arrival;
  position: Position | null;
}

/** For whom neither position nor code works: the manager sees who asks, and confirms whom they see. */
export function AskManager({ arrival, position }: AskManagerProps) {
  const client = useTRPCClient();
  const wish = useAttend<RouterInputs["staffing"]["askCheckIn"]>((input) =>
    client.staffing.askCheckIn.mutate(input),
  );
  const ask = () =>
    void wish.send({
      assignmentId: arrival.assignmentId,
      deviceTime: new Date().toISOString(),
      ...(position && { location: position }),
    });
  if (arrival.askedAt !== null) {
    return (
      <Notice tone="pending" title="Your manager was asked" role="status">
        {`Asked at ${formatClock(arrival.askedAt, arrival.timeZone)}. Go and find them: they check you in when they see you.`}
      </Notice>
    );
  }
  return (
    <div className="grid gap-2">
      <WishProblem problem={wish.problem} onAgain={ask} />
      <Button icon={<UserCheck />} isPending={wish.isPending} onClick={ask} className="justify-self-start">
        Ask the manager
      </Button>
    </div>
  );
}
