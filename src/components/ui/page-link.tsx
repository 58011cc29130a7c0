"use client";

import Link, { type LinkProps, useLinkStatus } from "next/link";

/** A link to another page of the product; while that page is on its way, a line says so after 300 ms. */
export function PageLink<To>({ children, ...props }: LinkProps<To>) {
  return (
    <Link<To> {...props}>
      {children}
      <Pending />
    </Link>
  );
}

function Pending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span role="status" className="fixed inset-x-0 top-0 z-toast h-1 animate-late bg-accent">
      <span className="sr-only">Opening the page</span>
    </span>
  );
}
