"use client";

import type { Route } from "next";
import { PageLink } from "./page-link";
import { cn } from "./cn";

export interface TabItem {
  label: string;
  /** Tabs live in the address (U-5), so each one is a link. */
  href: Route;
  isCurrent: boolean;
  count?: number;
}

/** A strip of tabs. On a phone it scrolls sideways by itself, the page does not. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav
      aria-label={label}
      className="no-scrollbar -mb-px flex gap-1 overflow-x-auto border-b border-border px-px pt-px"
    >
      {items.map((item) => (
        <PageLink
          key={item.label}
          href={item.href}
          aria-current={item.isCurrent ? "page" : undefined}
          scroll={false}
          ref={item.isCurrent ? showWhole : undefined}
          className={cn(
            "inline-flex min-h-control items-center gap-1.5 border-b-2 px-2.5 text-cell whitespace-nowrap",
            "transition-colors duration-120 -outline-offset-2!",
            item.isCurrent
              ? "border-accent font-medium text-text"
              : "border-transparent text-muted hover:text-text",
          )}
        >
          {item.label}
          {item.count === undefined ? null : <span className="text-subtle tabular-nums">{item.count}</span>}
        </PageLink>
      ))}
    </nav>
  );
}

/** On a phone the current tab may lie outside the strip. */
function showWhole(link: HTMLAnchorElement | null) {
  link?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
