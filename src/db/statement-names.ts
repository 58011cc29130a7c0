import { createHash } from "node:crypto";

const names = new Map<string, string>();

/** A stable name per statement text, so that the driver prepares each of Prisma's statements once per connection. */
export function nameStatement(query: { readonly sql: string }): string {
  const known = names.get(query.sql);
  if (known) return known;
  const name = `p_${createHash("sha256").update(query.sql).digest("hex").slice(0, 24)}`;
  names.set(query.sql, name);
  return name;
}
