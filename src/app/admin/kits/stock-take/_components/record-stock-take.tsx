"use client";

import { useState } from "react";
import { useKitAct } from "@/app/admin/kits/_components/use-kit-act";
import { FormProblem } from "@/components/form/form-problem";
import { LeaveGuard } from "@/components/form/leave-guard";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import type { SeenKit } from "./counted";

interface RecordStockTakeProps {
  place: string;
  seen: readonly SeenKit[];
  missing: number;
  misplaced: number;
  onDone: () => void;
}

/** Says what will be recorded, and records it. */
export function RecordStockTake({ place, seen, missing, misplaced, onDone }: RecordStockTakeProps) {
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
