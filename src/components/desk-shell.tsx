import { Brand } from "./brand";
import { DeskDrawer } from "./desk-drawer";
import type { DeskAudience } from "./desk-items";
import { NavList } from "./nav-list";
import type { ShellProps } from "./shell-props";
import { SkipLink } from "./skip-link";
import { StaleLine } from "./stale-line";

/**
 * The desk: full navigation from 1024 px, icons from 640 px, a bar with an overlaying drawer below. A list and
 * its `DetailPane` stand side by side in `main` through `DeskPanes`.
 */
export function DeskShell({ audience, bell, account, children }: ShellProps<DeskAudience>) {
  return (
    <div data-density="desk" className="min-h-dvh bg-canvas sm:flex">
      <SkipLink />
      <header
        data-chrome
        className="sticky top-0 z-bar hidden h-dvh shrink-0 flex-col border-r border-border bg-canvas px-2 py-3 sm:flex sm:w-nav-collapsed lg:w-nav"
      >
        <div className="mb-3 flex min-h-control items-center justify-between gap-1 max-lg:flex-col">
          <span className="max-lg:[&_span]:sr-only">
            <Brand href="/admin" />
          </span>
          {bell}
        </div>
        <nav aria-label="Main" className="min-h-0 flex-1 max-lg:overflow-visible lg:overflow-y-auto">
          <NavList audience={audience} look="icons" />
        </nav>
        {account}
      </header>
      <header
        data-chrome
        className="sticky top-0 z-bar flex min-h-13 items-center gap-1 border-b border-border bg-surface px-2 sm:hidden"
      >
        <DeskDrawer audience={audience} />
        <Brand href="/admin" />
        <div className="ml-auto flex items-center">
          {bell}
          {account}
        </div>
      </header>
      <main id="content" tabIndex={-1} className="min-w-0 flex-1">
        <StaleLine />
        {children}
      </main>
    </div>
  );
}
