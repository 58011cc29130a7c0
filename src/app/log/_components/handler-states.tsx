import { StatusBadge } from "@/components/status-badge";
import type { RouterOutputs } from "@/trpc/client";
import { logTime } from "./log-time";

type HandlerState = RouterOutputs["log"]["byId"]["handlers"][number];

/** What became of an entry: each handler with its state, tries, time and last error. */
export function HandlerStates({ handlers }: { readonly handlers: readonly HandlerState[] }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-title">Handlers</h3>
      {handlers.length === 0 ? <p className="text-cell text-muted">No handler listens to it.</p> : null}
      <ul className="grid gap-3">
        {handlers.map((state) => (
          <li key={`${state.handler} ${state.startedAt ?? ""}`} className="grid gap-1 text-cell">
            <span className="flex flex-wrap items-center gap-2">
              <span className="font-medium">{state.handler}</span>
              <StatusBadge machine="delivery" state={state.state} />
              <span className="text-muted tabular-nums">{effort(state)}</span>
            </span>
            {state.completedAt === null ? null : (
              <time dateTime={state.completedAt} className="font-mono text-meta text-muted">
                {`${logTime(state.completedAt)} UTC`}
              </time>
            )}
            {state.lastError === null ? null : (
              <pre className="overflow-x-auto rounded-control bg-sunken p-2 font-mono text-meta whitespace-pre-wrap text-on-problem">
                {state.lastError}
              </pre>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function effort({ attempts, latencyMs }: HandlerState): string {
  const tries = attempts === 1 ? "1 try" : `${attempts} tries`;
  return latencyMs === null ? tries : `${tries}, ${latencyMs} ms after the record`;
}
