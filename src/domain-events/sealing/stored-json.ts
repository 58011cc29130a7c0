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

/** Reads the text of a `jsonb` column. Throws for what Postgres does not print. */
export function readStoredJson(text: string): StoredJson {
  return new Reader(text).whole();
}

const SCALAR = /[^,\]}\s]+/y;

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  whole(): StoredJson {
    const value = this.value();
    if (this.at !== this.text.length) throw this.refusal();
    return value;
  }

  private value(): StoredJson {
    this.skipSpaces();
    const first = this.text[this.at];
    if (first === "{") return new StoredObject(this.members("}", () => this.field()));
    if (first === "[") return this.members("]", () => this.value());
    return first === '"' ? this.quoted() : this.scalar();
  }

  /** What stands between two brackets. */
  private members<Member>(close: "]" | "}", member: () => Member): readonly Member[] {
    const found: Member[] = [];
    this.at += 1;
    this.skipSpaces();
    if (this.text[this.at] === close) this.at += 1;
    else
      do found.push(member());
      while (this.next(`,${close}`) === ",");
    return found;
  }

  private field(): readonly [string, StoredJson] {
    this.skipSpaces();
    const key = this.quoted();
    this.next(":");
    return [key, this.value()];
  }

  private quoted(): string {
    const from = this.at;
    if (this.text[from] !== '"') throw this.refusal();
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') {
      this.at += this.text[this.at] === "\\" ? 2 : 1;
    }
    this.at += 1;
    if (this.at > this.text.length) throw this.refusal();
    return this.text.slice(from, this.at);
  }

  private scalar(): string {
    SCALAR.lastIndex = this.at;
    const [scalar] = SCALAR.exec(this.text) ?? [];
    if (scalar === undefined) throw this.refusal();
    this.at += scalar.length;
    return scalar;
  }

  private next(expected: string): string {
    this.skipSpaces();
    const character = this.text[this.at];
    if (character === undefined || !expected.includes(character)) throw this.refusal();
    this.at += 1;
    return character;
  }

  private skipSpaces(): void {
    while (this.text[this.at] === " ") this.at += 1;
  }

  private refusal(): Error {
    return new Error(`no stored JSON at character ${this.at}`);
  }
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
