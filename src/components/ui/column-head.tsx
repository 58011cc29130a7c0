import { ArrowDown, ArrowUp } from "lucide-react";
import type { Route } from "next";
import { PageLink } from "./page-link";

export interface ColumnSort {
  direction: "ascending" | "descending" | null;
  /** The same list sorted by this column, or turned round when it already is. */
  href: Route;
}

/** A column head; with `sort` it is a link that sorts. */
export function ColumnHead(props: { head: string; sort?: ColumnSort | undefined; className: string }) {
  const { head, sort, className } = props;
  if (!sort) {
    return (
      <th scope="col" className={className}>
        {head}
      </th>
    );
  }
  return (
    <th scope="col" aria-sort={sort.direction ?? "none"} className={className}>
      <PageLink
        href={sort.href}
        scroll={false}
        className="inline-flex min-h-6 items-center gap-1 hover:text-text [&_.lucide]:size-3"
      >
        {head}
        {sort.direction === "ascending" ? <ArrowUp /> : null}
        {sort.direction === "descending" ? <ArrowDown /> : null}
      </PageLink>
    </th>
  );
}
