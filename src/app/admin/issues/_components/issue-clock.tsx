"use client";

import { AlarmClock, Clock } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { useNow } from "@/components/use-now";
import { clockWords, type Issue } from "./issue-words";

/** By when somebody has to act; red with a word once that is over. Nothing for what is resolved. */
export function IssueClock({ issue, now }: { issue: Issue; now: string }) {
  const moment = useNow(now);
  const clock = clockWords(issue, moment);
  if (clock === null) return null;
  return (
    <span
      className={cn(
        "inline-flex max-w-full items-center gap-1.5 align-middle",
        clock.isLate ? "text-on-problem" : "text-muted",
      )}
    >
      {clock.isLate ? <AlarmClock /> : <Clock />}
      <time dateTime={issue.dueAt ?? undefined} className="truncate" title={clock.text}>
        {clock.text}
      </time>
    </span>
  );
}
