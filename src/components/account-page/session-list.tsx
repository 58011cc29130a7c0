"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Smartphone } from "lucide-react";
import { useState } from "react";
import { FormProblem } from "@/components/form/form-problem";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { VenueMoment } from "@/components/venue-time";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { problemOf } from "@/components/form/problem-of";
import { deviceName, shortAddress } from "./device-name";

type Session = RouterOutputs["account"]["sessions"][number];

/** Sessions shown at first; who has more is asked. */
const SHOWN_FIRST = 5;

interface SessionListProps {
  readonly now: string;
  readonly timeZone: string;
}

/** Where the person is signed in, with a way to end each session but this one. */
export function SessionList({ now, timeZone }: SessionListProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isWhole, setIsWhole] = useState(false);
  const sessions = useQuery(trpc.account.sessions.queryOptions());
  const refresh = { onSettled: () => queryClient.invalidateQueries(trpc.account.sessions.pathFilter()) };
  const endOne = useMutation(trpc.account.endSession.mutationOptions(refresh));
  const endOthers = useMutation(trpc.account.endOtherSessions.mutationOptions(refresh));
  const all = sessions.data ?? [];
  // This device first: the list is by last use, and a person looks for what is not theirs.
  const sorted = [...all].sort((one, other) => Number(other.current) - Number(one.current));
  const shown = isWhole ? sorted : sorted.slice(0, SHOWN_FIRST);
  const others = all.filter((session) => !session.current).length;
  // Ended from another device meanwhile: the list says so by itself.
  const failure = endOthers.error ?? endOne.error;
  const problem = failure && problemOf(failure);
  return (
    <Card
      title="Where you are signed in"
      isFlush
      aside={
        others > 1 ? (
          <Button isPending={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {`End ${others} others`}
          </Button>
        ) : undefined
      }
    >
      {problem === null || problem.code === "NOT_FOUND" ? null : (
        <div className="p-4">
          <FormProblem problem={problem} title="The session was not ended" />
        </div>
      )}
      {sessions.isPending ? <SkeletonRows rows={2} label="Loading your sessions" /> : null}
      {sessions.isError ? (
        <div className="p-4">
          <PanelError what="Your sessions" onRetry={() => sessions.refetch()} />
        </div>
      ) : null}
      <ul className="divide-y divide-border">
        {shown.map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            now={now}
            timeZone={timeZone}
            isEnding={endOne.isPending && endOne.variables.sessionId === session.id}
            onEnd={() => endOne.mutate({ sessionId: session.id })}
          />
        ))}
      </ul>
      {shown.length < all.length ? (
        <div className="border-t border-border px-4 py-2">
          <Button variant="quiet" onClick={() => setIsWhole(true)}>{`Show all ${all.length}`}</Button>
        </div>
      ) : null}
      <p role="status" className="sr-only">
        {endOthers.data || endOne.data ? "Ended." : ""}
      </p>
    </Card>
  );
}

interface SessionRowProps extends SessionListProps {
  readonly session: Session;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionRow({ session, now, timeZone, isEnding, onEnd }: SessionRowProps) {
  const name = deviceName(session.userAgent);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-cell">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {session.current ? (
            <Badge tone="good" icon={<Smartphone />}>
              This device
            </Badge>
          ) : null}
        </p>
        <p className="text-meta text-muted">
          {"Last used "}
          <VenueMoment at={session.lastUsedAt.toISOString()} timeZone={timeZone} now={now} />
          {session.address === null ? null : ` from ${shortAddress(session.address)}`}
        </p>
        <p className="text-meta text-subtle">
          {"Signed in "}
          <VenueMoment at={session.signedInAt.toISOString()} timeZone={timeZone} now={now} />
        </p>
      </div>
      {session.current ? null : (
        <Button isPending={isEnding} onClick={onEnd} aria-label={`End the session of ${name}`}>
          End
        </Button>
      )}
    </li>
  );
}
