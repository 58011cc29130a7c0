"use client";

import { Flashlight, FlashlightOff } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { makeDecoder } from "./decoder";
import { hasTorch, lightUp } from "./torch";

const EVERY_MS = 200;
/** The same picture is told once, and again after a while. */
const AGAIN_MS = 3_000;

export interface ScanViewProps {
  /** Called with what a code says; the same one not twice within three seconds. */
  onScan: (text: string) => void;
  onClose: () => void;
  /** What to do without a camera: "Type the six digits instead." */
  instead: string;
}

/** The camera at the back of the phone, looking for a QR code. What it sees stays on the phone. */
export function ScanView({ onScan, onClose, instead }: ScanViewProps) {
  const video = useRef<HTMLVideoElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const [stream, setStream] = useState<MediaStream | null>(null);
  const tell = useEffectEvent((text: string) => {
    navigator.vibrate?.(80);
    onScan(text);
  });
  useEffect(() => {
    const stop = new AbortController();
    watch({ video, onOpen: setStream }, tell, stop.signal).catch(() => {
      if (!stop.signal.aborted) setHasFailed(true);
    });
    return () => stop.abort();
  }, []);
  if (hasFailed) {
    return (
      <Notice tone="caution" title="The camera is not there" role="status">
        {`It is not allowed for this page, or another app has it. ${instead}`}
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
      <div className="flex flex-wrap gap-2">
        <Button onClick={onClose}>Stop scanning</Button>
        {stream === null ? null : <Torch stream={stream} />}
      </div>
    </div>
  );
}

/** Nothing where the camera has no light. */
function Torch({ stream }: { stream: MediaStream }) {
  const [isOn, setIsOn] = useState(false);
  if (!hasTorch(stream)) return null;
  const toggle = () => {
    lightUp(stream, !isOn).then(
      () => setIsOn(!isOn),
      () => undefined,
    );
  };
  return (
    <Button icon={isOn ? <FlashlightOff /> : <Flashlight />} aria-pressed={isOn} onClick={toggle}>
      Light
    </Button>
  );
}

interface View {
  readonly video: { readonly current: HTMLVideoElement | null };
  readonly onOpen: (stream: MediaStream) => void;
}

async function watch(view: View, tell: (text: string) => void, signal: AbortSignal): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  const end = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  // At once when it is closed, and whatever fails: nobody's camera stays on behind a sentence.
  signal.addEventListener("abort", end);
  try {
    if (!signal.aborted) await look(stream, view, tell, signal);
  } finally {
    end();
  }
}

async function look(
  stream: MediaStream,
  { video, onOpen }: View,
  tell: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const decode = await makeDecoder();
  const view = video.current;
  if (view === null || signal.aborted) return;
  view.srcObject = stream;
  await view.play();
  onOpen(stream);
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
