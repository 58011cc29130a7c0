"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { RouterOutputs } from "@/trpc/client";
import { JsonBlock } from "./json-block";
import { StoredPayload } from "./stored-payload";
import { UnmaskForm } from "./unmask-form";

type Entry = RouterOutputs["log"]["byId"];

/** What the entry holds: masked at first, with personal fields once somebody has said why they look. */
export function EntryPayload({ entry }: { readonly entry: Entry }) {
  const [isAsking, setIsAsking] = useState(false);
  // Whatever takes the place of a pressed button takes its focus as well.
  const [hasAsked, setHasAsked] = useState(false);
  const [shown, setShown] = useState<RouterOutputs["log"]["unmask"] | null>(null);
  const { type, id, masked } = entry;
  const ofPayload = masked.filter((path) => !path.startsWith("metadata."));
  return (
    <>
      <JsonBlock
        title="Payload"
        value={shown === null ? entry.payload : shown.payload}
        masked={shown === null ? ofPayload : []}
        fileName={`${type}-${id}.json`}
      />
      {shown === null ? null : (
        <p className="flex flex-wrap items-center justify-between gap-2 text-meta text-muted">
          Personal fields are shown. This look is in the log.
          <Button size="small" autoFocus onClick={() => setShown(null)}>
            Hide personal fields
          </Button>
        </p>
      )}
      {masked.length === 0 || shown !== null ? null : isAsking ? (
        <UnmaskForm
          factId={id}
          onShown={(answer) => {
            setShown(answer);
            setIsAsking(false);
          }}
          onCancel={() => setIsAsking(false)}
        />
      ) : (
        <div>
          <Button
            autoFocus={hasAsked}
            onClick={() => {
              setHasAsked(true);
              setIsAsking(true);
            }}
          >
            Show personal fields
          </Button>
        </div>
      )}
      {entry.stored === null ? null : (
        <StoredPayload
          stored={entry.stored.payload}
          read={entry.payload}
          storedVersion={entry.storedVersion}
          currentVersion={entry.currentVersion}
        />
      )}
      <JsonBlock
        title="Metadata"
        value={shown === null ? entry.metadata : shown.metadata}
        masked={[]}
        fileName={`${type}-${id}-metadata.json`}
      />
    </>
  );
}
