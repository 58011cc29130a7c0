"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { makeDecoder } from "./decoder";

const EVERY_MS = 200;
/** The same picture is told once, and again after a while. */
const AGAIN_MS = 3_000;

export interface ScanViewProps {
  /** Called with what a code says; the same one not twice within three seconds. */
  onScan: (text: string) => void;
  onClose: () => void;
}

/** The camera at the back of the phone, looking for a QR code. What it sees stays on the phone. */
export function ScanView({ onScan, onClose }: ScanViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const tell = useEffectEvent((text: string) => {
    navigator.vibrate?.(80);
    onScan(text);
  });
  useEffect(() => {
    const stop = new AbortController();
    watch(video, tell, stop.signal).catch(() => {
      if (!stop.signal.aborted) setHasFailed(true);
    });
    return () => stop.abort();
  }, []);
  if (hasFailed) {
    return (
      <Notice tone="caution" title="The camera is not there" role="status">
        It is not allowed for this page, or another app has it. Type the six digits instead.
      </Notice>
    );
  }
  return (
    <div className="grid gap-2">
      <video
        ref={video}
        muted
        playsInline
        aria-label="What the camera sees"
        className="aspect-square w-full rounded-card bg-sunken object-cover"
      />
      <Button onClick={onClose} className="justify-self-start">
        Stop scanning
      </Button>
    </div>
  );
}

async function watch(
  video: { readonly current: HTMLVideoElement | null },
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const end = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  // At once when it is closed, and whatever fails: nobody's camera stays on behind a sentence.
  signal.addEventListener("abort", end);
  try {
    if (!signal.aborted) await look(stream, video, tell, signal);
  } finally {
    end();
  }
}

async function look(
  stream: MediaStream,
  video: { readonly current: HTMLVideoElement | null },
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const decode = await makeDecoder();
  const view = video.current;
  if (view === null || signal.aborted) return;
  view.srcObject = stream;
  await view.play();
  let last = { text: "", at: 0 };
  while (!signal.aborted) {
    const text = await decode(view);
    const at = performance.now();
    if (text !== null && !signal.aborted && (text !== last.text || at - last.at > AGAIN_MS)) {
      last = { text, at };
      tell(text);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
