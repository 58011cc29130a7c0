import { StatusCell } from "@/components/status-badge";
import type { ListedLine } from "./merge-lines";
import { deliveryLooks } from "@/components/status-looks/deliveries";

export type Cell = ListedLine["handlers"][number];

/** One handler's state in the list: an icon, the words for screen readers and on hover. */
export function HandlerCell({
  handler,
  cell,
}: {
  readonly handler: string;
  readonly cell: Cell | undefined;
}) {
  if (!cell) return <NotHeard handler={handler} />;
  return (
    <span title={`${handler}: ${deliveryLooks[cell.state].label}`}>
      <span className="sr-only">{`${handler}: `}</span>
      <StatusCell look={deliveryLooks[cell.state]} />
    </span>
  );
}

/** The same in the matrix: with the starts it took, where it took several, and the time until it was done. */
export function MatrixCell({ handler, cell }: { readonly handler: string; readonly cell: Cell | undefined }) {
  if (!cell) return <NotHeard handler={handler} />;
  return (
    <span className="inline-flex items-center gap-2" title={deliveryLooks[cell.state].label}>
      <span className="sr-only">{`${handler}: `}</span>
      <StatusCell look={deliveryLooks[cell.state]} />
      <span aria-hidden="true" className="text-meta text-muted tabular-nums">
        {effortMarks(cell)}
      </span>
      <span className="sr-only">{effortWords(cell)}</span>
    </span>
  );
}

function NotHeard({ handler }: { readonly handler: string }) {
  return (
    <span className="px-1.5 text-subtle">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{`${handler}: does not listen to it`}</span>
    </span>
  );
}

function effortMarks({ attempts, latencyMs }: Cell): string {
  const tries = attempts > 1 ? `${attempts}×` : "";
  return [tries, latencyMs === null ? "" : shortDuration(latencyMs)].filter((part) => part !== "").join(" ");
}

function effortWords({ attempts, latencyMs }: Cell): string {
  const tries = attempts === 1 ? "1 try" : `${attempts} tries`;
  return latencyMs === null ? tries : `${tries}, done ${shortDuration(latencyMs)} after the record`;
}

/** "40 ms", "1.2 s", "3 min", "5 h", "2 d". */
export function shortDuration(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1_000).toFixed(1)} s`;
  if (ms < 3_600_000) return `${Math.round(ms / 60_000)} min`;
  if (ms < 172_800_000) return `${Math.round(ms / 3_600_000)} h`;
  return `${Math.round(ms / 86_400_000)} d`;
}
