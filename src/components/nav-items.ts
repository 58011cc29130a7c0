import {
  Archive,
  BookOpen,
  CalendarDays,
  ClipboardList,
  FileUp,
  HeartPulse,
  House,
  Inbox,
  LayoutDashboard,
  type LucideIcon,
  OctagonPause,
  Radio,
  RotateCw,
  ScrollText,
  Workflow,
} from "lucide-react";
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

const desk: readonly NavItem[] = [
  { label: "Overview", href: "/admin", icon: LayoutDashboard, isExact: true },
  { label: "Bookings", href: "/admin/bookings", icon: Inbox },
  { label: "Events", href: "/admin/events", icon: Radio },
  { label: "Calendar", href: "/admin/calendar", icon: CalendarDays },
  { label: "Import", href: "/admin/import", icon: FileUp },
  { label: "Log", href: "/log", icon: ScrollText, isExact: true },
];

/** What stands below the log itself, while somebody is there. */
const belowLog: readonly NavItem[] = [
  { label: "Log health", href: "/log/health", icon: HeartPulse },
  { label: "Parked deliveries", href: "/log/parked", icon: OctagonPause },
  { label: "Handlers", href: "/log/handlers", icon: Workflow },
  { label: "Replay", href: "/log/replay", icon: RotateCw },
  { label: "Retention", href: "/log/retention", icon: Archive },
  { label: "Type catalog", href: "/log/catalog", icon: BookOpen },
];

/** The navigation of each audience, in its order. A phone's bottom bar holds four at most. */
export const navItems: Record<Audience, readonly NavItem[]> = {
  admin: desk,
  log: [...desk, ...belowLog],
  field: [{ label: "My events", href: "/field", icon: House }],
  agent: [{ label: "Today", href: "/agent", icon: House }],
  client: [{ label: "Bookings", href: "/client", icon: ClipboardList }],
};
