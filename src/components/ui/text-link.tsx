import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

const linkClass = "text-accent underline decoration-transparent underline-offset-2 hover:decoration-current";

/** A link inside the product. */
export function TextLink(props: { href: Route; children: ReactNode; className?: string }) {
  return (
    <Link href={props.href} className={cn(linkClass, props.className)}>
      {props.children}
    </Link>
  );
}

/** A link out of the product. Anything but http(s) is shown as plain text (S-42). */
export function OuterLink({ href, children }: { href: string; children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>;
  return (
    <a href={href} className={linkClass} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}
