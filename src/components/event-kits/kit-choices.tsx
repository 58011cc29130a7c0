"use client";

import { FormProblem } from "@/components/form/form-problem";
import { StatusBadge } from "@/components/status-badge";
import { kitUnitLooks } from "@/components/status-looks/kits";
import { Button } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { useNeedAct } from "./use-need-act";
import type { KitWays } from "./ways-dialog";

/** The kits of the kind that is needed: those that can be bound first, the others with what stands against them. */
export function KitChoices({ ways, onDone }: { ways: KitWays; onDone: () => void }) {
  const trpc = useTRPC();
  const bind = useNeedAct(trpc.kits.bind.mutationOptions());
  const { kitAssignmentId, version } = ways;
  const choose = async (kitInstanceId: string | null) => {
    if (await bind.send({ kitAssignmentId, version, kitInstanceId })) onDone();
  };
  return (
    <section className="grid gap-2">
      <h3 className="text-body font-medium">Kits</h3>
      <FormProblem problem={bind.problem} />
      {ways.kits.length === 0 ? (
        <p className="text-cell text-muted">There is no kit of this kind yet.</p>
      ) : (
        <ul className="divide-y divide-border rounded-control border border-border">
          {ways.kits.map((kit) => (
            <li key={kit.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-cell">
              <p className="min-w-0 flex-1 basis-40 wrap-anywhere">
                <span className="font-medium tabular-nums">{kit.code}</span>
                {kit.home === "" ? null : <span className="text-muted">{` · ${kit.home}`}</span>}
                <span className="block text-meta text-muted">{wordsOf(kit)}</span>
              </p>
              <StatusBadge look={kitUnitLooks[kit.status]} />
              {kit.isBound && ways.can.bind ? (
                <Button
                  size="small"
                  variant="quiet"
                  isPending={bind.isPending}
                  onClick={() => void choose(null)}
                >
                  Let go<span className="sr-only">{` of ${kit.code}`}</span>
                </Button>
              ) : null}
              {kit.isBound || kit.refusal !== null || !ways.can.bind ? null : (
                <Button size="small" isPending={bind.isPending} onClick={() => void choose(kit.id)}>
                  Bind<span className="sr-only">{` ${kit.code}`}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function wordsOf({ isBound, refusal, lacks }: KitWays["kits"][number]): string {
  if (isBound) return lacks === null ? "Bound to this need" : `Bound to this need, lacks ${lacks}`;
  if (refusal !== null) return refusal.message;
  return lacks === null ? "Free for the whole time, complete" : `Free for the whole time, lacks ${lacks}`;
}
