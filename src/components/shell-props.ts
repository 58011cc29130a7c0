import type { ReactNode } from "react";
import { Brand } from "./brand";
import { DeskShell } from "./desk-shell";
import { type Audience, navItems } from "./nav-items";
import { BottomBar } from "./nav-list";
import { SkipLink } from "./skip-link";
import { StaleLine } from "./stale-line";

export interface ShellPerson {
  name: string;
  /** In words: "Agency admin". */
  roleLabel: string;
}

export interface AppShellProps {
  audience: Audience;
  person: ShellPerson;
  /** In the portal: whose portal it is. */
  clientName?: string | undefined;
  /** The bell with its unread count. */
  bell?: ReactNode;
  /** The account menu (`AccountMenu`), with signing out. */
  account?: ReactNode;
  children: ReactNode;
}

/** Everything around a screen: navigation, bell, account. Sets the density its parts are drawn in. */
export function AppShell(props: AppShellProps) {
  const { audience } = props;
  if (audience === "admin" || audience === "log") return <DeskShell {...props} />;
  return audience === "client" ? <PortalShell {...props} /> : <FieldShell {...props} />;
}

function PortalShell({ audience, clientName, bell, account, children }: AppShellProps) {
  const home = navItems[audience][0]?.href ?? "/";
  return (
    <div data-density="portal" className="min-h-dvh bg-canvas">
      <SkipLink />
      <header data-chrome className="sticky top-0 z-bar border-b border-border bg-surface">
        <div className="mx-auto flex min-h-14 max-w-portal items-center justify-between gap-3 px-4">
          <Brand href={home} suffix={clientName} />
          <div className="flex items-center gap-1">
            {bell}
            {account}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto grid max-w-portal gap-6 px-4 py-8">
        <StaleLine />
        {children}
      </main>
    </div>
  );
}

function FieldShell({ audience, bell, account, children }: AppShellProps) {
  const items = navItems[audience];
  return (
    <div
      data-density="field"
      className="flex min-h-dvh flex-col bg-canvas pb-(--bottom-bar) [--bottom-bar:calc(3.5rem+1px+env(safe-area-inset-bottom))]"
    >
      <SkipLink />
      <header
        data-chrome
        className="sticky top-0 z-bar border-b border-border bg-surface pt-[env(safe-area-inset-top)]"
      >
        <div className="mx-auto flex min-h-14 max-w-portal items-center gap-2 px-4">
          <Brand href={items[0]?.href ?? "/"} />
          <div className="ml-auto flex items-center gap-1">
            {bell}
            {account}
          </div>
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-portal flex-1 flex-col gap-4 px-4 pt-4"
      >
        <StaleLine />
        {children}
      </main>
      <BottomBar audience={audience} />
    </div>
  );
}
