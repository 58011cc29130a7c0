import type { LucideIcon } from "lucide-react";
import type { Route } from "next";

/** Who a screen is for; the folders of `src/app`. */
export type Audience = "admin" | "field" | "agent" | "client" | "log";

export interface NavItem {
  label: string;
  href: Route;
  icon: LucideIcon;
  /** Current only on exactly this address, not below it: for start pages. */
  isExact?: boolean;
}
