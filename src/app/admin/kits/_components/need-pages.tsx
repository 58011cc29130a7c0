import type { Route } from "next";
import { Tabs } from "@/components/ui/tabs";

const pages = [
  { label: "Board", href: "/admin/kits/board" },
  { label: "Shortages", href: "/admin/kits/shortages" },
  { label: "Packing list", href: "/admin/kits/preparation" },
] as const satisfies readonly { readonly label: string; readonly href: Route }[];

/** The pages about which event gets which kit. */
export function NeedPages({ current }: { current: (typeof pages)[number]["label"] }) {
  return (
    <Tabs
      label="Pages about needs"
      items={pages.map(({ label, href }) => ({ label, href, isCurrent: label === current }))}
    />
  );
}
