"use client";

import { PageLink } from "@/components/ui/page-link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { type DeskAudience, deskItems } from "./desk-items";
import { isCurrent } from "./is-current";

export interface NavListProps {
  audience: DeskAudience;
  /** `icons` shows no words below 1024 px, only tips. */
  look: "full" | "icons";
}

/** The side navigation of the desk. */
export function NavList({ audience, look }: NavListProps) {
  const pathname = usePathname();
  return (
    <ul className="grid gap-0.5">
      {deskItems[audience].map((item) => {
        const isHere = isCurrent(pathname, item);
        return (
          <li key={item.href}>
            <PageLink
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
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}
