import type { ReactNode } from "react";
import type { Audience } from "./nav-items";

export interface ShellPerson {
  name: string;
  /** In words: "Agency admin". */
  roleLabel: string;
}

/** What stands around a screen. Each shell is a file of its own, so that no page brings the navigation of another. */
export interface ShellProps<For extends Audience> {
  audience: For;
  person: ShellPerson;
  /** In the portal: whose portal it is. */
  clientName?: string | undefined;
  /** The bell with its unread count. */
  bell?: ReactNode;
  /** The account menu (`AccountMenu`), with signing out. */
  account?: ReactNode;
  children: ReactNode;
}
