"use client";

import { useQuery } from "@tanstack/react-query";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { DeliveryRow } from "./delivery-row";
import { logTime } from "./log-time";

type Answer = RouterOutputs["log"]["deliveries"];

/** How often a delivery is looked at while it may move by itself. */
const MOVING_MS = 2_000;

/** What became of an entry: each handler with its state, tries, times and errors, and what can be done about it. */
export function HandlerStates({ factId }: { readonly factId: string }) {
  const trpc = useTRPC();
  const answer = useQuery({
    ...trpc.log.deliveries.queryOptions({ factId }),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_MS : false),
  });
  return (
    <section className="grid gap-2">
      <h3 className="text-title">Handlers</h3>
      {answer.isPending ? <SkeletonRows rows={3} /> : null}
      {answer.isError ? <PanelError what="The deliveries" onRetry={() => void answer.refetch()} /> : null}
      {answer.data ? <Deliveries factId={factId} answer={answer.data} /> : null}
    </section>
  );
}

function isMoving({ deliveries }: Answer): boolean {
  return deliveries.some(({ state }) => state === "due" || state === "running" || state === "retrying");
}

function Deliveries({ factId, answer }: { readonly factId: string; readonly answer: Answer }) {
  const { deliveries, acts } = answer;
  if (deliveries.length === 0) return <p className="text-cell text-muted">No handler listens to it.</p>;
  return (
    <>
      <ul className="grid gap-4">
        {deliveries.map((delivery) => (
          <DeliveryRow key={`${delivery.handler} ${delivery.run}`} factId={factId} delivery={delivery} />
        ))}
      </ul>
      {acts.length === 0 ? null : <Acts acts={acts} />}
    </>
  );
}

/** What operators did to these deliveries, newest first. */
function Acts({ acts }: { readonly acts: Answer["acts"] }) {
  return (
    <div className="mt-2 grid gap-1">
      <h4 className="text-cell font-medium">What operators did</h4>
      <ul className="grid gap-2 text-cell">
        {acts.map(({ id, at, actor, title, details }) => (
          <li key={id} className="grid">
            <span>
              <span className="font-medium">{actor}</span> {title}
            </span>
            <span className="text-meta text-muted">
              <time dateTime={at} className="font-mono">{`${logTime(at)} UTC`}</time>
              {details.map(({ label, text }) => ` · ${label}: ${text}`).join("")}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
