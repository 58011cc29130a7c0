"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useKitAct } from "@/app/admin/kits/_components/use-kit-act";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useToasts } from "@/components/ui/toast";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { oddityOf, type SeenKit, withSeen } from "./counted";
import { LabelField } from "./label-field";

/** What one answer of the list holds. */
const KITS_MAX = 200;

interface StockTakeProps {
  place: string;
  onDone: () => void;
}

/** One place: what should be there, what was seen, and what comes of it. */
export function StockTake({ place, onDone }: StockTakeProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.kits.list.queryOptions({ home: place, limit: KITS_MAX }));
  const [seen, setSeen] = useState<readonly SeenKit[]>([]);
  const see = (kit: SeenKit) => setSeen((before) => withSeen(before, kit));
  const unsee = (id: string) =>
    setSeen((before) => before.filter(({ kitInstanceId }) => kitInstanceId !== id));
  if (!list.data) {
    return list.error ? (
      <PanelError
        what="The kits of this place"
        reference={problemOf(list.error).requestId}
        onRetry={() => void list.refetch()}
      />
    ) : (
      <SkeletonRows rows={6} label="Loading the kits of this place" />
    );
  }
  const expected = list.data.items.filter(({ holderName }) => holderName === null);
  const odd = seen.filter((kit) => oddityOf(kit, place) !== null);
  return (
    <div className="grid gap-4">
      <LabelField isSeen={(code) => seen.some((kit) => kit.code === code)} onSeen={see} />
      <Expected rows={expected} place={place} seen={seen} onSee={see} onUnsee={unsee} />
      {odd.length === 0 ? null : <FromElsewhere kits={odd} place={place} onUnsee={unsee} />}
      {list.data.total > list.data.items.length ? (
        <p className="text-cell text-muted">{`The first ${KITS_MAX} kits of this place are listed; all of them count.`}</p>
      ) : null}
      <Record
        place={place}
        seen={seen}
        missing={list.data.total - (list.data.items.length - expected.length) - (seen.length - odd.length)}
        misplaced={odd.length}
        onDone={onDone}
      />
    </div>
  );
}

interface ExpectedProps {
  rows: RouterOutputs["kits"]["list"]["items"];
  place: string;
  seen: readonly SeenKit[];
  onSee: (kit: SeenKit) => void;
  onUnsee: (id: string) => void;
}

function Expected({ rows, place, seen, onSee, onUnsee }: ExpectedProps) {
  const ids = new Set(seen.map(({ kitInstanceId }) => kitInstanceId));
  const there = rows.filter(({ id }) => ids.has(id)).length;
  return (
    <Card
      title="Should be here"
      isFlush
      aside={<span className="text-cell text-muted tabular-nums">{`${there} of ${rows.length} seen`}</span>}
    >
      <ul className="divide-y divide-border">
        {rows.map(({ id, code, templateName }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2 text-cell">
            <p className="min-w-0 wrap-anywhere">
              <span className="font-medium tabular-nums">{code}</span>
              <span className="text-muted">{` ${templateName}`}</span>
            </p>
            {ids.has(id) ? (
              <span className="flex items-center gap-2">
                <Badge tone="good">Seen</Badge>
                <Button variant="quiet" onClick={() => onUnsee(id)}>
                  Undo<span className="sr-only">{` for ${code}`}</span>
                </Button>
              </span>
            ) : (
              <Button
                onClick={() =>
                  onSee({
                    kitInstanceId: id,
                    code,
                    templateName,
                    home: place,
                    holderName: null,
                    isRetired: false,
                  })
                }
              >
                I see it<span className="sr-only">{`: ${code}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function FromElsewhere(props: { kits: readonly SeenKit[]; place: string; onUnsee: (id: string) => void }) {
  const { kits, place, onUnsee } = props;
  return (
    <Card title="Here, and not expected" isFlush>
      <ul className="divide-y divide-border">
        {kits.map((kit) => (
          <li key={kit.kitInstanceId} className="flex items-center justify-between gap-3 px-4 py-2 text-cell">
            <p className="min-w-0 wrap-anywhere">
              <span className="font-medium tabular-nums">{kit.code}</span>
              <span className="text-muted">{` ${kit.templateName}`}</span>
            </p>
            <span className="flex items-center gap-2">
              <Badge tone="caution">{oddityOf(kit, place)}</Badge>
              <Button variant="quiet" onClick={() => onUnsee(kit.kitInstanceId)}>
                Undo<span className="sr-only">{` for ${kit.code}`}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface RecordProps {
  place: string;
  seen: readonly SeenKit[];
  missing: number;
  misplaced: number;
  onDone: () => void;
}

/** Says what will be recorded, and records it. */
function Record({ place, seen, missing, misplaced, onDone }: RecordProps) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const take = useKitAct(trpc.kits.takeStock.mutationOptions());
  const [isTaken, setIsTaken] = useState(false);
  const press = () =>
    take.send({ place, kitInstanceIds: seen.map(({ kitInstanceId }) => kitInstanceId) }).then(
      ({ notSeen }) => {
        setIsTaken(true);
        const left =
          notSeen.length === 0 ? "Nothing is missing." : `${counted(notSeen.length, "kit")} not found.`;
        toasts.success(`Stock is taken: ${place}. ${left}`, place);
        onDone();
      },
      // The refusal shows in place.
      () => undefined,
    );
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-cell" role="status">
        {`${counted(seen.length, "kit")} seen, ${missing} not found, ${misplaced} not expected here.`}
      </p>
      <FormProblem problem={take.error ? problemOf(take.error) : null} />
      <Button variant="primary" isPending={take.isPending} onClick={() => void press()}>
        Record stock-take
      </Button>
      <p className="text-meta text-muted">
        Kits that were not found are marked as such until somebody sees them again.
      </p>
      <LeaveGuard isDirty={seen.length > 0 && !isTaken} what={`what you counted at ${place}`} />
    </div>
  );
}
