import {
  Archive,
  BadgeCheck,
  BookOpen,
  CalendarDays,
  CircleAlert,
  Clock,
  FileUp,
  HeartPulse,
  Inbox,
  LayoutDashboard,
  MapPin,
  ListTodo,
  Package,
  OctagonPause,
  Radio,
  RotateCw,
  ScrollText,
  Users,
  Workflow,
} from "lucide-react";
import type { NavItem } from "./nav-items";

const desk: readonly NavItem[] = [
  { label: "Overview", href: "/admin", icon: LayoutDashboard, isExact: true },
  { label: "Bookings", href: "/admin/bookings", icon: Inbox },
  { label: "Events", href: "/admin/events", icon: Radio },
  { label: "Calendar", href: "/admin/calendar", icon: CalendarDays },
  { label: "Issues", href: "/admin/issues", icon: CircleAlert },
  { label: "People", href: "/admin/people", icon: Users },
  { label: "Timesheets", href: "/admin/timesheets", icon: Clock },
  { label: "Venues", href: "/admin/venues", icon: MapPin },
  { label: "Kits", href: "/admin/kits", icon: Package },
  { label: "Readiness", href: "/admin/readiness", icon: BadgeCheck },
  { label: "Preparation", href: "/admin/preparation", icon: ListTodo },
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

export type DeskAudience = "admin" | "log";

/** The navigation of the desk, in its order. */
export const deskItems: Record<DeskAudience, readonly NavItem[]> = {
  admin: desk,
  log: [...desk, ...belowLog],
};
