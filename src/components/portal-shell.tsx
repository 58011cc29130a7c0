import { Brand } from "./brand";
import type { ShellProps } from "./shell-props";
import { SkipLink } from "./skip-link";
import { StaleLine } from "./stale-line";

/** Around a screen of the portal: whose it is, bell, account. Sets the density its parts are drawn in. */
export function PortalShell({ clientName, bell, account, children }: ShellProps<"client">) {
  return (
    <div data-density="portal" className="min-h-dvh bg-canvas">
      <SkipLink />
      <header data-chrome className="sticky top-0 z-bar border-b border-border bg-surface">
        <div className="mx-auto flex min-h-14 max-w-portal items-center justify-between gap-3 px-4">
          <Brand href="/client" suffix={clientName} />
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
