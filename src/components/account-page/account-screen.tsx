"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/page-header";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { Preferences, type PreferencesProps } from "./preferences";
import { SessionList } from "./session-list";

/** Comes after the page: forms are too much for the first load of a phone (ux.md, budgets). */
const PasswordForm = dynamic(() => import("./password-form").then((part) => part.PasswordForm), {
  ssr: false,
  loading: () => (
    <Card title="Password">
      <Skeleton className="h-72" />
    </Card>
  ),
});

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
