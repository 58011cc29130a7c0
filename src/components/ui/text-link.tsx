import type { Route } from "next";
import { PageLink } from "./page-link";
import type { ReactNode } from "react";
import { cn } from "./cn";

const linkClass = "text-accent underline decoration-transparent underline-offset-2 hover:decoration-current";

/** A link inside the product. */
export function TextLink(props: { href: Route; children: ReactNode; className?: string }) {
  return (
    <PageLink href={props.href} className={cn(linkClass, props.className)}>
      {props.children}
    </PageLink>
  );
}
