"use client";

import { Bell } from "lucide-react";
import type { ReactNode } from "react";
import { Count } from "@/components/ui/badge";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";

export interface NotificationBellProps {
  unread: number;
  /** A `NotificationList`; what stands here while it is closed is the caller's choice. */
  children: ReactNode;
  /** `side` for the desk's navigation column. */
  place?: "bar" | "side";
  onOpenChange: (isOpen: boolean) => void;
}

/** The bell with its unread count, opening the list below it. The count is announced when it changes. */
export function NotificationBell({ unread, children, place = "bar", onOpenChange }: NotificationBellProps) {
  return (
    <DisclosureMenu
      label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
      onOpenChange={onOpenChange}
      corner={place === "side" ? "beside" : "below-end"}
      summary={
        <span className="relative inline-flex">
          <Bell className="text-muted" />
          <span className="absolute -top-3 -right-2 origin-right scale-90">
            <Count value={unread} label="unread" />
          </span>
          <span role="status" className="sr-only">
            {unread > 0 ? `${unread} unread notifications` : ""}
          </span>
        </span>
      }
    >
      <div className="max-h-[70dvh] w-88 max-w-[calc(100vw-2rem)] overflow-y-auto">{children}</div>
    </DisclosureMenu>
  );
}
