/** Whether a navigation entry stands for the page at `pathname`: its own address or one below it. */
export function isCurrent(pathname: string, item: { href: string; isExact?: boolean }): boolean {
  if (pathname === item.href) return true;
  return item.isExact !== true && pathname.startsWith(`${item.href}/`);
}
