"use client";

import { CircleAlert, CircleCheck, CloudOff, CloudUpload, X } from "lucide-react";
import type { SyntheticEvent } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { type FieldPhoto, seenState, stateWords } from "./field-photo";

export interface PhotoRowProps {
  photo: FieldPhoto;
  /** "Photo 2". */
  name: string;
  isOnline: boolean;
  onRetry: () => void;
  onRemove: () => void;
}

const icons = {
  waiting: <CloudOff />,
  sending: <CloudUpload />,
  sent: <CircleCheck />,
  failed: <CircleAlert />,
} as const;

const iconTone = {
  waiting: "text-muted",
  sending: "text-on-active",
  sent: "text-on-good",
  failed: "text-on-problem",
} as const;

/** One photo with how far it has come; it can be removed until the report is sent. */
export function PhotoRow({ photo, name, isOnline, onRetry, onRemove }: PhotoRowProps) {
  const state = seenState(photo, isOnline);
  const words = stateWords(photo, isOnline);
  return (
    <li className="flex items-center gap-3 rounded-control border border-border p-1.5">
      <Preview file={photo.file} />
      <div className="min-w-0 flex-1 py-0.5">
        <p className="font-medium">{name}</p>
        <p
          role={state === "failed" ? "alert" : undefined}
          className="flex items-start gap-1.5 text-meta text-muted"
        >
          <span className={cn("mt-px", iconTone[state])}>{icons[state]}</span>
          {words}
        </p>
        {state === "sending" ? <Bar name={name} share={photo.progress} /> : null}
      </div>
      {state === "failed" && photo.canRetry ? <Button onClick={onRetry}>Send again</Button> : null}
      <IconButton label={`Remove ${name.toLowerCase()}`} icon={<X />} onClick={onRemove} />
    </li>
  );
}

function Bar({ name, share }: { name: string; share: number }) {
  return (
    <div
      role="progressbar"
      aria-label={`Sending ${name.toLowerCase()}`}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      className="mt-1 h-1 overflow-hidden rounded-full bg-sunken"
    >
      <div
        className="h-full origin-left rounded-full bg-accent transition-transform duration-200"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  );
}

/** The file itself, as this browser shows it; an empty place for one that it cannot. */
function Preview({ file }: { file: Blob }) {
  return (
    <span className="size-14 shrink-0 overflow-hidden rounded-badge bg-sunken">
      <img ref={showing(file)} alt="" className="size-full object-cover" onError={hide} />
    </span>
  );
}

/** A browser draws a torn picture for a file that it cannot read; the words beside it say so already. */
function hide({ currentTarget }: SyntheticEvent<HTMLImageElement>) {
  currentTarget.hidden = true;
}

/** Gives an image the address of a file for as long as it is on screen. */
function showing(file: Blob) {
  return (image: HTMLImageElement) => {
    const address = URL.createObjectURL(file);
    image.src = address;
    return () => URL.revokeObjectURL(address);
  };
}
