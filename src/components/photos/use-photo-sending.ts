"use client";

import { useEffect, useEffectEvent } from "react";
import { type ChangePhotos, type FieldPhoto, nextToSend, withChange } from "./field-photo";
import { sendPhoto } from "./send-photo";
import { shrinkPhoto } from "./shrink-photo";

/** A network that is there and leads nowhere is tried again after this long. */
const AGAIN_MS = 4_000;

const NOT_READABLE = {
  state: "failed",
  problem: "This file cannot be read as a photo. Choose a JPEG or PNG.",
  canRetry: false,
} as const;

/** Sends the photos of a list one after the other while there is a network; a removed one is not sent any further. */
export function usePhotoSending(
  photos: readonly FieldPhoto[],
  onChange: ChangePhotos,
  isOnline: boolean,
): void {
  const next = nextToSend(photos);
  const nextId = next?.id ?? null;
  const begin = useEffectEvent((signal: AbortSignal) => {
    if (next === null) return;
    const { id, file } = next;
    const change = (part: Partial<FieldPhoto>) => {
      if (!signal.aborted) onChange((now) => withChange(now, id, part));
    };
    void sendUntilAnswered(id, file, { signal, change });
  });
  useEffect(() => {
    if (nextId === null || !isOnline) return;
    const stop = new AbortController();
    begin(stop.signal);
    return () => stop.abort();
  }, [nextId, isOnline]);
}

interface Sending {
  readonly signal: AbortSignal;
  readonly change: (part: Partial<FieldPhoto>) => void;
}

async function sendUntilAnswered(id: string, file: Blob, { signal, change }: Sending): Promise<void> {
  change({ state: "sending", progress: 0 });
  const bytes = await shrinkPhoto(file);
  if (bytes === null) return change(NOT_READABLE);
  while (!signal.aborted) {
    const onProgress = (progress: number) => change({ state: "sending", progress });
    const result = await sendPhoto({ id, bytes, onProgress, signal });
    if (result.kind === "sent") return change({ state: "sent", progress: 1 });
    if (result.kind === "refused") return change({ state: "failed", problem: result.message });
    change({ state: "waiting", progress: 0 });
    await pause(AGAIN_MS, signal);
  }
}

/** A stop ends it early; neither way leaves a listener behind, however often it is tried again. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
