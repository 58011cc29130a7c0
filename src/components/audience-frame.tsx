import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { ComponentType, ReactNode } from "react";
import { ApiProvider } from "@/trpc/client";
import { LiveUpdates } from "@/trpc/live";
import {
  HydrateQueries,
  homeOf,
  liveCursor,
  prefetch,
  requireViewer,
  trpc,
  type Viewer,
} from "@/trpc/server";
import { LiveBell } from "./live-bell";
import type { Audience } from "./nav-items";
import type { ShellProps } from "./shell-props";
import { SignedInMenu } from "./signed-in-menu";
import { readTheme, themeCookie } from "./theme";

const ROLE_LABELS: Readonly<Record<Viewer["role"], string>> = {
  admin: "Agency admin",
  manager: "Field manager",
  agent: "Brand agent",
  client: "Client",
};

/** Who finds their work on which screens; what they see there is decided by each query. */
const OPEN_TO: Readonly<Record<Audience, readonly Viewer["role"][]>> = {
  admin: ["admin"],
  log: ["admin"],
  field: ["manager"],
  agent: ["agent", "manager"],
  client: ["client"],
};

const ACCOUNT = {
  admin: "/admin/account",
  log: "/admin/account",
  field: "/field/account",
  agent: "/agent/account",
  client: "/client/account",
} as const satisfies Readonly<Record<Audience, string>>;

const HOME: Readonly<Record<Audience, string>> = {
  admin: "/admin",
  log: "/log",
  field: "/field",
  agent: "/agent",
  client: "/client",
};

/** The frame of one audience's screens: who is signed in, navigation, messages, live updates. */
export async function AudienceFrame<For extends Audience>({
  audience,
  Shell,
  children,
}: {
  readonly audience: For;
  readonly Shell: ComponentType<ShellProps<For>>;
  readonly children: ReactNode;
}) {
  const viewer = await requireViewer(HOME[audience]);
  if (!OPEN_TO[audience].includes(viewer.role)) redirect(homeOf(viewer.role));
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  const place = audience === "admin" || audience === "log" ? "side" : "bar";
  const person = { name: viewer.name, roleLabel: ROLE_LABELS[viewer.role] };
  await prefetch(trpc.notifications.unread.queryOptions());
  return (
    <ApiProvider>
      <HydrateQueries>
        <Shell
          audience={audience}
          person={person}
          clientName={viewer.clientName ?? undefined}
          bell={<LiveBell place={place} now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />}
          account={
            <SignedInMenu place={place} person={person} theme={theme} accountHref={ACCOUNT[audience]} />
          }
        >
          {children}
        </Shell>
      </HydrateQueries>
      <LiveUpdates since={await liveCursor()} />
    </ApiProvider>
  );
}
