"use client";

import { ArrowUp } from "lucide-react";
import { useCallback, useState } from "react";
import { ConnectionChip } from "@/components/connection-chip";
import { Button } from "@/components/ui/button";
import { type LiveFact, useLiveConnection, useLiveFacts } from "@/trpc/live-store";
import type { LogView } from "./log-view";

/** How many entries came since the list was read; a press shows them. The list itself never moves by itself. */
export function NewEntries({ view, onShow }: { readonly view: LogView; readonly onShow: () => void }) {
  const [fresh, setFresh] = useState<readonly LiveFact[]>([]);
  const { state } = useLiveConnection();
  useLiveFacts(useCallback((facts) => setFresh((before) => [...before, ...facts].slice(-FRESH_MAX)), []));
  const count = fresh.filter((fact) => matches(fact, view)).reduce((sum, fact) => sum + fact.count, 0);
  return (
    <div className="flex min-h-control items-center gap-3">
      {state === "connecting" ? null : <ConnectionChip state={state} waiting={0} />}
      {count === 0 ? null : (
        <Button
          size="small"
          icon={<ArrowUp />}
          onClick={() => {
            setFresh([]);
            onShow();
          }}
        >
          {`${count >= FRESH_MAX ? `${FRESH_MAX}+` : count} new`}
        </Button>
      )}
      <span role="status" className="sr-only">
        {count === 0 ? "" : `${count} new log entries`}
      </span>
    </div>
  );
}

const FRESH_MAX = 1_000;

/** A message carries no record ids, so with an id filter only its own chain is counted. */
function matches({ type, category, correlationId }: LiveFact, view: LogView): boolean {
  if (view.id !== "" && view.id !== correlationId) return false;
  return view.type === "" || view.type === type || view.type === `category:${category ?? ""}`;
}
