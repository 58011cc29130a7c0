"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { oddityOf, type SeenKit, withSeen } from "./counted";
import { ExpectedKits } from "./expected-kits";
import { LabelField } from "./label-field";
import { RecordStockTake } from "./record-stock-take";
import { UnexpectedKits } from "./unexpected-kits";

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
      <ExpectedKits rows={expected} place={place} seen={seen} onSee={see} onUnsee={unsee} />
      {odd.length === 0 ? null : <UnexpectedKits kits={odd} place={place} onUnsee={unsee} />}
      {list.data.total > list.data.items.length ? (
        <p className="text-cell text-muted">{`The first ${KITS_MAX} kits of this place are listed; all of them count.`}</p>
      ) : null}
      <RecordStockTake
        place={place}
        seen={seen}
        missing={list.data.total - (list.data.items.length - expected.length) - (seen.length - odd.length)}
        misplaced={odd.length}
        onDone={onDone}
      />
    </div>
  );
}
