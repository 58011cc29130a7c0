"use client";

import { useEffect, useState } from "react";
import { draftKey, dropDraft, type LocalDraft, readDraft, writeDraft } from "./local-draft";
import type { RequestValues } from "./request-values";

export interface LocalDraftUse {
  /** The unsent form found on this device, until the person has said what to do with it. */
  readonly offered: LocalDraft | null;
  /** The offer was answered: what was found is taken up or thrown away. */
  answer(isWanted: boolean): void;
  keep(values: RequestValues): void;
  drop(): Promise<void>;
}

/** Keeps the unsent form on this device, per person and record, and offers what an earlier visit left. */
export function useLocalDraft(
  personId: string,
  booking: { readonly bookingId: string; readonly version: number } | null,
  clientId: string | undefined,
): LocalDraftUse {
  const key = draftKey(personId, { bookingId: booking?.bookingId, clientId });
  const version = booking?.version ?? null;
  const [offered, setOffered] = useState<LocalDraft | null>(null);
  useEffect(() => {
    let isHere = true;
    void readDraft(key, Date.now()).then((draft) => {
      if (isHere) setOffered(draft);
    });
    return () => {
      isHere = false;
    };
  }, [key]);
  return {
    offered,
    answer: (isWanted) => {
      setOffered(null);
      if (!isWanted) void dropDraft(key);
    },
    keep: (values) => void writeDraft(key, { savedAt: new Date().toISOString(), version, values }),
    drop: () => dropDraft(key),
  };
}
