import { House } from "lucide-react";
import type { NavItem } from "./nav-items";

export type FieldAudience = "field" | "agent";

/** The navigation of phone screens, in its order. A bottom bar holds four at most. */
export const fieldItems: Record<FieldAudience, readonly NavItem[]> = {
  field: [{ label: "My events", href: "/field", icon: House }],
  agent: [{ label: "Today", href: "/agent", icon: House }],
};
