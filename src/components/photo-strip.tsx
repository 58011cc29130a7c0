"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "./ui/button";
import { Sheet } from "./ui/sheet";

export interface PhotoStripProps {
  /** Addresses as records hold them: `/photos/<id>`. */
  urls: readonly string[];
  /** What they show, for screen readers: "Photos of the issue". */
  label: string;
}

/** Small photos in a row; a press shows one large. Nothing where there are none. */
export function PhotoStrip({ urls, label }: PhotoStripProps) {
  const [open, setOpen] = useState<number | null>(null);
  if (urls.length === 0) return null;
  const nameOf = (index: number) => `Photo ${index + 1} of ${urls.length}`;
  return (
    <>
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {urls.map((url, index) => (
          <li key={url}>
            <button
              type="button"
              aria-label={`Open ${nameOf(index).toLowerCase()}`}
              onClick={() => setOpen(index)}
              className="block size-18 overflow-hidden rounded-control bg-sunken"
            >
              <img
                src={`${url}?size=small`}
                alt={nameOf(index)}
                width={72}
                height={72}
                loading="lazy"
                className="size-full object-cover"
              />
            </button>
          </li>
        ))}
      </ul>
      <Viewer urls={urls} open={open} onOpen={setOpen} nameOf={nameOf} />
    </>
  );
}

interface ViewerProps {
  urls: readonly string[];
  open: number | null;
  onOpen: (index: number | null) => void;
  nameOf: (index: number) => string;
}

function Viewer({ urls, open, onOpen, nameOf }: ViewerProps) {
  const url = open === null ? undefined : urls[open];
  return (
    <Sheet
      isOpen={url !== undefined}
      onClose={() => onOpen(null)}
      title={open === null ? "Photo" : nameOf(open)}
      footer={
        open === null || urls.length === 1 ? undefined : (
          <div className="flex justify-between gap-2">
            <Button icon={<ChevronLeft />} onClick={() => onOpen((open + urls.length - 1) % urls.length)}>
              Previous
            </Button>
            <Button icon={<ChevronRight />} onClick={() => onOpen((open + 1) % urls.length)}>
              Next
            </Button>
          </div>
        )
      }
    >
      {url === undefined || open === null ? null : (
        <img src={url} alt={nameOf(open)} className="mx-auto max-h-[70dvh] max-w-full rounded-control" />
      )}
    </Sheet>
  );
}
