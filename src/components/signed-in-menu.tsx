"use client";

import { useState } from "react";
import { AccountMenu, type AccountMenuProps } from "./account-menu";
import { signOut } from "./sign-out";
import { Notice } from "./ui/notice";

type SignedInMenuProps = Omit<AccountMenuProps, "onSignOut">;

/** The account menu with its way out: ends the session and empties what this device keeps. */
export function SignedInMenu(props: SignedInMenuProps) {
  const [failed, setFailed] = useState(false);
  async function leave() {
    setFailed(false);
    try {
      const next = await signOut({
        fetch: (...request) => fetch(...request),
        indexedDB: "indexedDB" in window ? window.indexedDB : undefined,
        caches: "caches" in window ? window.caches : undefined,
      });
      window.location.assign(next);
    } catch {
      setFailed(true);
    }
  }
  return (
    <>
      <AccountMenu {...props} onSignOut={leave} />
      {failed ? (
        <Notice tone="problem" role="alert" title="You are still signed in">
          Muster could not be reached. Try again.
        </Notice>
      ) : null}
    </>
  );
}
