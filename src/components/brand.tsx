import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";

/** The mark and the name; leads to the audience's start page. */
export function Brand({ href, suffix }: { href: Route; suffix?: string | undefined }) {
  return (
    <PageLink
      href={href}
      className="inline-flex min-h-control min-w-0 items-center gap-2 rounded-control px-1 text-body font-semibold"
    >
      <BrandMark />
      <span className="truncate">
        Muster
        {suffix === undefined ? null : <span className="font-normal text-muted">{` for ${suffix}`}</span>}
      </span>
    </PageLink>
  );
}

/** The M of the name on the accent. Decoration: the name stands beside it. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 shrink-0 text-accent" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="currentColor" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M5 14.5V6.5l5 5 5-5v8" />
      </g>
    </svg>
  );
}
