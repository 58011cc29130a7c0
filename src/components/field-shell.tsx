import { BottomBar } from "./bottom-bar";
import { Brand } from "./brand";
import { type FieldAudience, fieldItems } from "./field-items";
import { ConnectionChip } from "./connection-chip";
import type { ShellProps } from "./shell-props";
import { SkipLink } from "./skip-link";
import { StaleLine } from "./stale-line";

/** Around a phone screen of the field: a bar above, the navigation below, in the density of a thumb. */
export function FieldShell({ audience, bell, account, children }: ShellProps<FieldAudience>) {
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
          <Brand href={fieldItems[audience][0]?.href ?? "/"} />
          <div className="ml-auto flex items-center gap-1">
            <ConnectionChip />
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
