"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { isCurrent } from "./is-current";
import { type Audience, navItems } from "./nav-items";

export interface NavListProps {
  audience: Audience;
  /** `icons` shows no words below 1024 px, only tips. */
  look: "full" | "icons";
}

/** The side navigation of the desk. */
export function NavList({ audience, look }: NavListProps) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-0.5">
      {navItems[audience].map((item) => {
        const isHere = isCurrent(pathname, item);
        return (
          <li key={item.href}>
            <Link
              href={item.href}
              aria-current={isHere ? "page" : undefined}
              title={look === "icons" ? item.label : undefined}
              className={cn(
                "flex min-h-control items-center gap-2.5 rounded-control px-2.5 text-cell font-medium transition-colors duration-120",
                isHere
                  ? "bg-selected text-text [&_.lucide]:text-accent"
                  : "text-muted hover:bg-sunken hover:text-text",
                look === "icons" && "max-lg:justify-center max-lg:px-0",
              )}
            >
              <item.icon />
              <span className={cn("min-w-0 flex-1 truncate", look === "icons" && "max-lg:sr-only")}>
                {item.label}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The bottom bar of a phone: up to four entries with icon and word, inside the safe area. */
export function BottomBar({ audience }: { audience: Audience }) {
  const pathname = usePathname();
  return (
    <nav
      data-chrome
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-bar border-t border-border bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-portal">
        {navItems[audience].map((item) => {
          const isHere = isCurrent(pathname, item);
          return (
            <li key={item.href} className="min-w-0 flex-1">
              <Link
                href={item.href}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-meta -outline-offset-2",
                  isHere ? "font-medium text-accent" : "text-muted",
                )}
              >
                <item.icon />
                <span className="max-w-full truncate px-1">{item.label}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
