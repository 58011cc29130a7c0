import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import type { ReactNode } from "react";

export interface Crumb {
  label: string;
  href: Route;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** Badges beside the title. */
  status?: ReactNode;
  /** Under the title: owner, "waiting for the client, 2 days". */
  meta?: ReactNode;
  /** Buttons, the main one last. */
  actions?: ReactNode;
}

/** The head of a page: where one is, in which state, and what can be done (U-8). */
export function PageHeader({ title, crumbs = [], status, meta, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {crumbs.length === 0 ? null : (
          <nav aria-label="Breadcrumb" className="mb-1">
            <ol className="flex flex-wrap gap-x-1.5 text-meta text-muted">
              {crumbs.map((crumb) => (
                <li key={crumb.href} className="after:ml-1.5 after:text-subtle after:content-['›']">
                  <PageLink href={crumb.href} className="hover:text-text hover:underline">
                    {crumb.label}
                  </PageLink>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 text-page wrap-anywhere">{title}</h1>
          {status}
        </div>
        {meta === undefined ? null : <div className="mt-1 text-cell wrap-anywhere text-muted">{meta}</div>}
      </div>
      {actions === undefined ? null : (
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">{actions}</div>
      )}
    </header>
  );
}
