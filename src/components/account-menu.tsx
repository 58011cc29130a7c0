"use client";

import { CircleUser, LogOut } from "lucide-react";
import type { ReactNode } from "react";
import { DisclosureMenu } from "@/components/ui/disclosure-menu";
import type { ShellPerson } from "./shell-props";
import { ThemeSwitch, type ThemeSwitchProps } from "./theme-switch";

export interface AccountMenuProps {
  person: ShellPerson;
  theme: ThemeSwitchProps["theme"];
  onSignOut: () => void;
  /** Further entries: account page, shortcuts. Use the class `popup-item`. */
  children?: ReactNode;
  /** `side` opens upwards, for the foot of the desk's navigation. */
  place?: "bar" | "side";
}

/** Who is signed in, the theme, the way out. */
export function AccountMenu({ person, theme, onSignOut, children, place = "bar" }: AccountMenuProps) {
  return (
    <DisclosureMenu
      label={`Account of ${person.name}`}
      corner={place === "side" ? "responsive" : "below-end"}
      summary={
        <>
          <CircleUser className="text-muted" />
          <span className={place === "side" ? "min-w-0 flex-1 truncate max-lg:sr-only" : "sr-only"}>
            {person.name}
          </span>
        </>
      }
    >
      <div className="px-2 pt-1.5 pb-2">
        <p className="text-cell font-medium">{person.name}</p>
        <p className="text-meta text-muted">{person.roleLabel}</p>
      </div>
      <ThemeSwitch theme={theme} />
      <hr className="-mx-1 my-1 border-border" />
      {children}
      <button type="button" onClick={onSignOut} className="popup-item w-full text-left">
        <LogOut />
        Sign out
      </button>
    </DisclosureMenu>
  );
}
