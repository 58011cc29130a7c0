import { CalendarClock, CalendarDays, House } from "lucide-react";
import type { NavItem } from "./nav-items";

export type FieldAudience = "field" | "agent";

/** The navigation of phone screens, in its order. A bottom bar holds four at most. */
export const fieldItems: Record<FieldAudience, readonly NavItem[]> = {
  field: [
    { label: "Today", href: "/field", icon: House, isExact: true },
    { label: "My events", href: "/field/events", icon: CalendarDays },
  ],
  agent: [
    { label: "Today", href: "/agent", icon: House, isExact: true },
    { label: "Shifts", href: "/agent/shifts", icon: CalendarDays },
    { label: "Availability", href: "/agent/availability", icon: CalendarClock },
  ],
};
