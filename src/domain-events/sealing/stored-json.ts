/**
 * JSON exactly as Postgres prints a stored `jsonb`, read without losing anything: numbers and texts stay the
 * characters they are, so that what is hashed is what is stored (engine.md §7).
 */
export type StoredJson = string | readonly StoredJson[] | StoredObject;

/** Keys as they are printed, quotes included, in the stored order. */
export class StoredObject {
  constructor(readonly fields: readonly (readonly [key: string, value: StoredJson])[]) {}
}

/** A value with its place, a JSON pointer (RFC 6901) such as `/payload/staffPresent/0/userId`. */
export interface Taken {
  /** What is left; objects that lost all their fields stay, empty. */
  readonly rest: StoredJson;
  /** The printed values that were taken out, by pointer. */
  readonly taken: ReadonlyMap<string, string>;
}

const SCALAR = /[^,\]}\s]+/y;

/** Reads the text of a `jsonb` column. Throws for what Postgres does not print. */
export function readStoredJson(text: string): StoredJson {
  let at = 0;
  const skip = () => {
    while (text[at] === " ") at += 1;
  };
  const expectNext = (characters: string) => {
    skip();
    const next = text[at];
    if (next === undefined || !characters.includes(next))
      throw new Error(`no stored JSON at character ${at}`);
    at += 1;
    return next;
  };
  const readText = () => {
    const from = at;
    at += 1;
    while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    at += 1;
    return text.slice(from, at);
  };
  const readScalar = () => {
    SCALAR.lastIndex = at;
    const [scalar] = SCALAR.exec(text) ?? [];
    if (scalar === undefined) throw new Error(`no stored JSON at character ${at}`);
    at += scalar.length;
    return scalar;
  };
  const readList = () => {
    const items: StoredJson[] = [];
    expectNext("[");
    skip();
    if (text[at] === "]") at += 1;
    else
      do items.push(readValue());
      while (expectNext(",]") === ",");
    return items;
  };
  const readObject = () => {
    const fields: [string, StoredJson][] = [];
    expectNext("{");
    skip();
    if (text[at] === "}") at += 1;
    else
      do {
        skip();
        const key = readText();
        expectNext(":");
        fields.push([key, readValue()]);
      } while (expectNext(",}") === ",");
    return new StoredObject(fields);
  };
  const readValue = (): StoredJson => {
    skip();
    if (text[at] === "{") return readObject();
    if (text[at] === "[") return readList();
    return text[at] === '"' ? readText() : readScalar();
  };
  const value = readValue();
  if (at !== text.length) throw new Error(`no stored JSON: a second value at character ${at}`);
  return value;
}

/** The same text that it was read from. */
export function printStoredJson(value: StoredJson): string {
  if (typeof value === "string") return value;
  if (value instanceof StoredObject) {
    return `{${value.fields.map(([key, field]) => `${key}: ${printStoredJson(field)}`).join(", ")}}`;
  }
  return `[${value.map(printStoredJson).join(", ")}]`;
}

/** Takes out the values at these pointers; a pointer that leads nowhere takes nothing. */
export function takeOut(value: StoredJson, root: string, pointers: ReadonlySet<string>): Taken {
  const taken = new Map<string, string>();
  const walk = (node: StoredJson, place: string): StoredJson => {
    if (typeof node === "string") return node;
    if (!(node instanceof StoredObject)) return node.map((item, index) => walk(item, `${place}/${index}`));
    const kept = node.fields.flatMap(([key, field]): [string, StoredJson][] => {
      const fieldPlace = `${place}/${pointerStep(key)}`;
      if (!pointers.has(fieldPlace)) return [[key, walk(field, fieldPlace)]];
      taken.set(fieldPlace, printStoredJson(field));
      return [];
    });
    return new StoredObject(kept);
  };
  return { rest: walk(value, root), taken };
}

/** A printed key as one step of a JSON pointer. */
export function pointerStep(printedKey: string): string {
  return keyName(printedKey).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** A printed key without its quotes and escapes. */
export function keyName(printedKey: string): string {
  return printedKey.includes("\\") ? String(JSON.parse(printedKey)) : printedKey.slice(1, -1);
}
