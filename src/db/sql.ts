import { createHash } from "node:crypto";

/** A parameterized statement, or a part of one; `name` makes the driver prepare it once per connection. */
export class Sql {
  constructor(
    readonly text: string,
    readonly name: string,
    readonly values: readonly unknown[],
    /** The template around the values, so that a statement can be composed of parts. */
    readonly parts: readonly string[],
  ) {}
}

interface Prepared {
  readonly text: string;
  readonly name: string;
}

const preparedByTemplate = new WeakMap<TemplateStringsArray, Prepared>();

/** By text; as many as there are ways to compose statements. */
const names = new Map<string, string>();

function prepare(parts: readonly string[]): Prepared {
  const text = parts.reduce((whole, part, index) => `${whole}$${index}${part}`);
  const name = names.get(text) ?? `m_${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
  names.set(text, name);
  return { text, name };
}

/**
 * The only way to write SQL: every `${value}` becomes a bound parameter, never text of the statement, unless it
 * is itself such a template, which is then put in with its own parameters.
 *
 * Arrays bind as PostgreSQL arrays (cast them: `${ids}::uuid[]`); objects must be passed as JSON strings
 * (`${JSON.stringify(value)}::jsonb`).
 */
export function sql(strings: TemplateStringsArray, ...values: readonly unknown[]): Sql {
  if (values.some((value) => value instanceof Sql)) return compose(strings, values);
  const known = preparedByTemplate.get(strings);
  const prepared = known ?? prepare(strings);
  if (!known) preparedByTemplate.set(strings, prepared);
  return new Sql(prepared.text, prepared.name, values, strings);
}

function compose(strings: readonly string[], values: readonly unknown[]): Sql {
  const parts = [strings[0] ?? ""];
  const flat: unknown[] = [];
  const extend = (text: string) => parts.push(`${parts.pop() ?? ""}${text}`);
  values.forEach((value, index) => {
    if (value instanceof Sql) {
      extend(value.parts[0] ?? "");
      parts.push(...value.parts.slice(1));
      flat.push(...value.values);
      extend(strings[index + 1] ?? "");
    } else {
      flat.push(value);
      parts.push(strings[index + 1] ?? "");
    }
  });
  const { text, name } = prepare(parts);
  return new Sql(text, name, flat, parts);
}

/** Both conditions. */
export function and(one: Sql, other: Sql): Sql {
  return sql`${one} AND ${other}`;
}

/**
 * The same statement, planned anew for its values each time: for statements over partitions whose best plan
 * depends on what is asked for, where a plan for all values would be a bad one for most.
 */
export function plannedAnew({ text, values, parts }: Sql): Sql {
  return new Sql(text, "", values, parts);
}
