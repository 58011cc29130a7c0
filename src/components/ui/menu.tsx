"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { Route } from "next";
import { PageLink } from "./page-link";
import type { ReactElement, ReactNode } from "react";
import { cn } from "./cn";

export type MenuEntry =
  | { kind: "action"; label: string; icon?: ReactNode; isDanger?: boolean; onSelect: () => void }
  | { kind: "link"; label: string; icon?: ReactNode; href: Route }
  | { kind: "separator" };

export interface MenuProps {
  /** The button that opens it, as an element: `<Button>More</Button>` or an `<IconButton>`. */
  trigger: ReactElement;
  /** Only what the person may do: absent entries, not gray ones (U-1). */
  entries: readonly MenuEntry[];
  align?: "start" | "end";
}

/** A menu of acts, for the desk. */
export function Menu({ trigger, entries, align = "end" }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} className="z-overlay">
          <BaseMenu.Popup className="popup min-w-44 p-1">
            {entries.map((entry, index) => (
              <MenuRow key={entry.kind === "separator" ? `separator-${index}` : entry.label} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}

function MenuRow({ entry }: { entry: MenuEntry }) {
  if (entry.kind === "separator") return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
  if (entry.kind === "link") {
    return (
      <BaseMenu.Item className="popup-item" render={<PageLink href={entry.href} />}>
        {entry.icon}
        {entry.label}
      </BaseMenu.Item>
    );
  }
  return (
    <BaseMenu.Item
      className={cn("popup-item", entry.isDanger === true && "text-danger")}
      onClick={entry.onSelect}
    >
      {entry.icon}
      {entry.label}
    </BaseMenu.Item>
  );
}
