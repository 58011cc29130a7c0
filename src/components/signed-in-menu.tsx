"use client";

import { Settings } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import { useState } from "react";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { leaveBy } from "./form/leaving";
import { signOut } from "./sign-out";
import { closeDisclosure } from "./ui/disclosure-menu";
import { Notice } from "./ui/notice";

interface SignedInMenuProps extends Omit<AccountMenuProps, "onSignOut" | "children"> {
  /** The account page of the audience. */
  readonly accountHref: Route;
}

/** The account menu with its way out: ends the session and empties what this device keeps. */
export function SignedInMenu({ accountHref, ...menu }: SignedInMenuProps) {
  const [failed, setFailed] = useState(false);
  /** False when the server could not be reached and the person is still signed in. */
  async function leave(): Promise<boolean> {
    setFailed(false);
    try {
      const next = await signOut({
        fetch: (...request) => fetch(...request),
        indexedDB: "indexedDB" in window ? window.indexedDB : undefined,
        caches: "caches" in window ? window.caches : undefined,
      });
      window.location.assign(next);
      return true;
    } catch {
      setFailed(true);
      return false;
    }
  }
  return (
    <>
      <AccountMenu {...menu} onSignOut={() => leaveBy({ go: leave, wipesDevice: true })}>
        <PageLink href={accountHref} className="popup-item" onClick={closeDisclosure}>
          <Settings />
          Your account
        </PageLink>
      </AccountMenu>
      {failed ? (
        <Notice tone="problem" role="alert" title="You are still signed in">
          Muster could not be reached. Try again.
        </Notice>
      ) : null}
    </>
  );
}
