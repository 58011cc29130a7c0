"use client";

import { ArrowUp, CloudOff, Pause, Play, Radio } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useLiveConnection } from "@/trpc/live-store";
import type { LogView } from "./log-view";

export interface LiveSwitchProps {
  readonly isLive: boolean;
  readonly onToggle: () => void;
  /** Entries that came and are not shown yet. */
  readonly waiting: number;
  readonly onShow: () => void;
}

/** More are not told apart. */
const WAITING_MAX = 999;

/** Whether the list follows the log, and what waits while somebody reads. */
export function LiveSwitch({ isLive, onToggle, waiting, onShow }: LiveSwitchProps) {
  const { state } = useLiveConnection();
  return (
    <div className="flex min-h-control flex-wrap items-center gap-2">
      {state === "offline" ? (
        <span role="status">
          <Badge tone="caution" icon={<CloudOff />}>
            Offline
          </Badge>
        </span>
      ) : isLive ? (
        <Badge tone="active" icon={<Radio />}>
          Live
        </Badge>
      ) : (
        <Badge icon={<Pause />}>Paused</Badge>
      )}
      <Button size="small" variant="quiet" icon={isLive ? <Pause /> : <Play />} onClick={onToggle}>
        {isLive ? "Pause" : "Go live"}
      </Button>
      {waiting === 0 ? null : (
        <Button size="small" icon={<ArrowUp />} onClick={onShow}>
          {`${waiting > WAITING_MAX ? `${WAITING_MAX}+` : waiting} new`}
        </Button>
      )}
      <span role="status" className="sr-only">
        {waiting === 0 ? "" : `${waiting} new log entries`}
      </span>
    </div>
  );
}

export interface NotFollowedProps {
  readonly view: LogView;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** Why new entries do not show here, and the way back to them. */
export function NotFollowed({ view, onChange }: NotFollowedProps) {
  const isOldestFirst = view.order === "oldest";
  return (
    <div className="flex min-h-control flex-wrap items-center gap-2">
      <Badge icon={<Pause />}>Paused</Badge>
      <span className="text-cell text-muted">
        {isOldestFirst
          ? "New entries come last in this order."
          : "Nothing new comes into a time with an end."}
      </span>
      <Button
        size="small"
        variant="quiet"
        onClick={() => onChange(isOldestFirst ? { order: "newest" } : { to: "" })}
      >
        {isOldestFirst ? "Newest first" : "Remove the end"}
      </Button>
    </div>
  );
}
