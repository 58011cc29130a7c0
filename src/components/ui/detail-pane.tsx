"use client";

import { Maximize2, X } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "./page-link";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, type PointerEvent, type ReactNode, type Ref, useEffect, useState } from "react";
import { cn } from "./cn";

const WIDTH_MIN = 400;
const WIDTH_MAX = 640;
const WIDTH_STEP = 20;

export interface DetailPaneProps {
  /** The record's number and title; focus stays in the list. */
  title: ReactNode;
  label: string;
  /** The list without the open record: where close and Esc lead. */
  closeHref: Route;
  /** Called instead of following `closeHref`, where the list needs no page load to close the record. */
  onClose?: () => void;
  /** The record as a page of its own. */
  pageHref?: Route;
  /** To take the focus there: Tab then goes through the record and not through what is left of the list. */
  ref?: Ref<HTMLElement>;
  /** Under the title: status, owner, main acts. */
  head?: ReactNode;
  children: ReactNode;
}

/** A record beside its list: a third pane from 1024 px, over the list below that. Resizable, 400 to 640 px. */
export function DetailPane(props: DetailPaneProps) {
  const { title, label, closeHref, onClose, pageHref, ref, head, children } = props;
  const [width, setWidth] = useState(440);
  const router = useRouter();
  useEffect(() => {
    const closeOnEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || hasLayerAbove()) return;
      if (onClose) onClose();
      else router.push(closeHref, { scroll: false });
    };
    document.addEventListener("keydown", closeOnEscape);
    return () => document.removeEventListener("keydown", closeOnEscape);
  }, [closeHref, onClose, router]);
  return (
    <aside
      ref={ref}
      aria-label={label}
      tabIndex={-1}
      style={{ ["--pane" as string]: `${width}px` }}
      className={cn(
        "fixed inset-y-0 right-0 z-drawer flex w-full flex-col border-l border-border bg-surface shadow-above sm:w-(--pane) sm:max-w-[calc(100vw-4rem)]",
        "lg:sticky lg:top-0 lg:h-dvh lg:shrink-0 lg:shadow-none",
      )}
    >
      <ResizeHandle width={width} onResize={setWidth} />
      <header className="border-b border-border px-4 py-2">
        <div className="flex items-center gap-1">
          <h2 className="min-w-0 flex-1 truncate text-title">{title}</h2>
          {pageHref === undefined ? null : (
            <PageLink
              href={pageHref}
              aria-label="Open as a page"
              data-tip="Open as a page"
              className={paneButton}
            >
              <Maximize2 />
            </PageLink>
          )}
          <PageLink
            href={closeHref}
            scroll={false}
            onClick={(event) => {
              if (!onClose || event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              onClose();
            }}
            aria-label="Close"
            data-tip="Close"
            className={paneButton}
          >
            <X />
          </PageLink>
        </div>
        {head}
      </header>
      {/* A stop of its own: what scrolls and holds nothing to press could not be read by keyboard. */}
      <section
        aria-label="Details"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-4 py-3 -outline-offset-2"
      >
        {children}
      </section>
    </aside>
  );
}

const paneButton =
  "inline-flex size-control items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-text";

/** Esc belongs to the layer on top: an open dialog, menu or popup closes first. */
function hasLayerAbove(): boolean {
  return document.querySelector("dialog[open], .popup[data-open], details[open] > summary:focus") !== null;
}

function ResizeHandle({ width, onResize }: { width: number; onResize: (width: number) => void }) {
  const resize = (wanted: number) => onResize(Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, wanted)));
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) resize(window.innerWidth - event.clientX);
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") resize(width + WIDTH_STEP);
    if (event.key === "ArrowRight") resize(width - WIDTH_STEP);
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the panel"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={WIDTH_MIN}
      aria-valuemax={WIDTH_MAX}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={byKey}
      className="absolute inset-y-0 -left-1 hidden w-2 cursor-col-resize touch-none hover:bg-border lg:block"
    />
  );
}
