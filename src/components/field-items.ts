import { CalendarDays, Clock, House, MapPinCheck, Package } from "lucide-react";
import type { NavItem } from "./nav-items";

export type FieldAudience = "field" | "agent";

/** The navigation of phone screens, in its order. A bottom bar holds four at most. */
export const fieldItems: Record<FieldAudience, readonly NavItem[]> = {
  field: [
    { label: "Today", href: "/field", icon: House, isExact: true },
    { label: "My events", href: "/field/events", icon: CalendarDays },
    { label: "Kits", href: "/field/kits", icon: Package },
  ],
  agent: [
    { label: "Today", href: "/agent", icon: House, isExact: true },
    { label: "Shifts", href: "/agent/shifts", icon: CalendarDays },
    { label: "Check in", href: "/agent/check-in", icon: MapPinCheck },
    { label: "Hours", href: "/agent/hours", icon: Clock },
  ],
};
