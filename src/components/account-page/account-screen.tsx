"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { useTRPC } from "@/trpc/client";
import { PasswordForm } from "./password-form";
import { Preferences, type PreferencesProps } from "./preferences";
import { SessionList } from "./session-list";

interface AccountScreenProps extends PreferencesProps {
  /** When the page was made, ISO 8601 UTC. */
  readonly now: string;
  readonly timeZone: string;
  /** Further cards of one audience. */
  readonly children?: ReactNode;
}

/** My account, the same for every audience: sessions, password, looks. */
export function AccountScreen({ now, timeZone, theme, desk, children }: AccountScreenProps) {
  const trpc = useTRPC();
  const me = useQuery(trpc.account.me.queryOptions());
  return (
    <>
      <PageHeader title="Your account" meta={me.data ? `${me.data.name}, ${me.data.email}` : undefined} />
      <SessionList now={now} timeZone={timeZone} />
      <PasswordForm email={me.data?.email ?? ""} />
      <Preferences theme={theme} desk={desk} />
      {children}
    </>
  );
}
