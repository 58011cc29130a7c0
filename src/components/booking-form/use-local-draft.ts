"use client";

import { useEffect, useRef, useState } from "react";
import { draftKey, dropDraft, type LocalDraft, readDraft, writeDraft } from "./local-draft";
import type { KnownBooking, RequestValues } from "./request-values";

export interface LocalDraftUse {
  /** The unsent form found on this device, until the person has said what to do with it. */
  readonly offered: LocalDraft | null;
  /** The offer was answered: what was found is taken up or thrown away. */
  answer(isWanted: boolean): void;
  keep(values: RequestValues): void;
  /** The server has a booking with these values: sending them again later has to change that one. */
  keepKnown(saved: KnownBooking, values: RequestValues): Promise<void>;
  drop(): Promise<void>;
}

/** Keeps the unsent form on this device, per person and record, and offers what an earlier visit left. */
export function useLocalDraft(
  personId: string,
  booking: KnownBooking | null,
  clientId: string | undefined,
): LocalDraftUse {
  const key = draftKey(personId, { bookingId: booking?.bookingId, clientId });
  const known = useRef(booking && { bookingId: booking.bookingId, version: booking.version });
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
  const write = (values: RequestValues) =>
    writeDraft(key, { savedAt: new Date().toISOString(), known: known.current, values });
  return {
    offered,
    answer: (isWanted) => {
      if (isWanted && booking === null) known.current = offered?.known ?? null;
      setOffered(null);
      if (!isWanted) void dropDraft(key);
    },
    keep: (values) => void write(values),
    keepKnown: (saved, values) => {
      known.current = saved;
      return write(values);
    },
    drop: () => dropDraft(key),
  };
}
