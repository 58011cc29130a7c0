"use client";

import { Menu as MenuIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Sheet } from "@/components/ui/sheet";
import { NavList, type NavListProps } from "./nav-list";

/** The desk's navigation on a narrow window: a drawer over the page. It closes when the page changes. */
export function DeskDrawer(props: Omit<NavListProps, "look">) {
  const pathname = usePathname();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  return (
    <>
      <IconButton
        label="Menu"
        icon={<MenuIcon />}
        tipSide="start"
        aria-expanded={openedAt === pathname}
        onClick={() => setOpenedAt(pathname)}
      />
      <Sheet isOpen={openedAt === pathname} onClose={() => setOpenedAt(null)} title="Muster" side="left">
        <nav aria-label="Main" className="-mx-2">
          <NavList {...props} look="full" />
        </nav>
      </Sheet>
    </>
  );
}
