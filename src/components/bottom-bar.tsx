"use client";

import { PageLink } from "@/components/ui/page-link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { type FieldAudience, fieldItems } from "./field-items";
import { isCurrent } from "./is-current";

/** The bottom bar of a phone: up to four entries with icon and word, inside the safe area. */
export function BottomBar({ audience }: { audience: FieldAudience }) {
  const pathname = usePathname();
  return (
    <nav
      data-chrome
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-bar border-t border-border bg-surface pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-portal">
        {fieldItems[audience].map((item) => {
          const isHere = isCurrent(pathname, item);
          return (
            <li key={item.href} className="min-w-0 flex-1">
              <PageLink
                href={item.href}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "flex min-h-14 flex-col items-center justify-center gap-0.5 text-meta -outline-offset-2",
                  isHere ? "font-medium text-accent" : "text-muted",
                )}
              >
                <item.icon />
                <span className="max-w-full truncate px-1">{item.label}</span>
              </PageLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
