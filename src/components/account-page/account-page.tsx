import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readSingleKeys, singleKeysCookie } from "@/components/keyboard/single-keys";
import { readRowSize, readTheme, rowSizeCookie, themeCookie } from "@/components/theme";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { AccountScreen } from "./account-screen";

interface AccountPageProps {
  /** The page's own address, to come back to after signing in. */
  readonly backTo: string;
  /** Desk pages also choose the height of rows and the keys. */
  readonly isDesk?: boolean;
  readonly children?: ReactNode;
}

/** The account page of one audience, read on the server. */
export async function AccountPage({ backTo, isDesk = false, children }: AccountPageProps) {
  const [viewer, jar] = await Promise.all([requireViewer(backTo), cookies()]);
  await Promise.all([
    prefetch(trpc.account.me.queryOptions()),
    prefetch(trpc.account.sessions.queryOptions()),
  ]);
  const desk = {
    rowSize: readRowSize(jar.get(rowSizeCookie)?.value),
    areSingleKeysOn: readSingleKeys(jar.get(singleKeysCookie)?.value),
  };
  return (
    <HydrateQueries>
      <AccountScreen
        now={new Date().toISOString()}
        timeZone={viewer.timeZone ?? "UTC"}
        theme={readTheme(jar.get(themeCookie)?.value)}
        desk={isDesk ? desk : null}
      >
        {children}
      </AccountScreen>
    </HydrateQueries>
  );
}
