"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { leaveBy } from "@/components/form/leaving";
import { runShortcut, useShortcuts } from "./handlers";
import { createKeyReader } from "./key-reader";
import { areSingleKeysOn } from "./single-keys";

const ShortcutHelp = lazy(() => import("./shortcut-help").then((part) => ({ default: part.ShortcutHelp })));

/** Listens for the keys of the registry on desk and log; shows the list of keys when asked. Mounted once. */
export function KeyboardShortcuts() {
  const router = useRouter();
  const pathname = usePathname();
  // The list closes when the page changes under it.
  const [helpOpenedAt, setHelpOpenedAt] = useState<string | null>(null);
  const goTo = (href: Route) =>
    leaveBy({
      go: () => {
        router.push(href);
        return true;
      },
    });
  useShortcuts({
    help: () => setHelpOpenedAt(pathname),
    search: focusSearch,
    create: () => goTo("/admin/bookings/new"),
    "go.overview": () => goTo("/admin"),
    "go.bookings": () => goTo("/admin/bookings"),
    "go.events": () => goTo("/admin/events"),
    "go.calendar": () => goTo("/admin/calendar"),
    "go.staffing": () => goTo("/admin/staffing"),
    "go.venues": () => goTo("/admin/venues"),
    "go.readiness": () => goTo("/admin/readiness"),
    "go.import": () => goTo("/admin/import"),
    "go.log": () => goTo("/log"),
  });
  useEffect(() => {
    const read = createKeyReader();
    const act = (event: KeyboardEvent) => {
      if (!isForUs(event)) return;
      const withModifier = event.ctrlKey || event.metaKey;
      const action = read({ key: event.key, withModifier, atMs: event.timeStamp });
      if (action !== null && runShortcut(action, event)) event.preventDefault();
    };
    document.addEventListener("keydown", act);
    return () => document.removeEventListener("keydown", act);
  }, []);
  if (helpOpenedAt !== pathname) return null;
  return (
    <Suspense>
      <ShortcutHelp onClose={() => setHelpOpenedAt(null)} />
    </Suspense>
  );
}

/** Keys are left alone while somebody types or composes, in an open layer, and when they are switched off. */
function isForUs(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.key === "Shift") return false;
  const withModifier = event.ctrlKey || event.metaKey;
  if (!withModifier && (isTyping(event.target) || !areSingleKeysOn(document.cookie))) return false;
  return !isLayerOpen();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target.closest("textarea, select, [role=listbox], [role=menu], [role=separator]") !== null;
}

function isLayerOpen(): boolean {
  return document.querySelector("dialog[open], .popup[data-open]") !== null;
}

function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>("input[data-search]");
  const field = [...fields].find((one) => one.offsetParent !== null);
  field?.focus();
  field?.select();
  return field !== undefined;
}
