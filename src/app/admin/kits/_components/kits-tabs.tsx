import type { Route } from "next";
import { Tabs } from "@/components/ui/tabs";

const pages = [
  { label: "Kits", href: "/admin/kits" },
  { label: "Templates", href: "/admin/kits/templates" },
  { label: "Board", href: "/admin/kits/board" },
  { label: "Shortages", href: "/admin/kits/shortages" },
  { label: "Packing list", href: "/admin/kits/preparation" },
  { label: "Stock-take", href: "/admin/kits/stock-take" },
] as const satisfies readonly { readonly label: string; readonly href: Route }[];

/** The pages of the warehouse. */
export function KitsTabs({ current }: { current: (typeof pages)[number]["label"] }) {
  return (
    <Tabs
      label="Pages about kits"
      items={pages.map(({ label, href }) => ({ label, href, isCurrent: label === current }))}
    />
  );
}
